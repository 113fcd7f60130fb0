/**
 * What varies in messages, in the order in which the shapes are tried at each position. One alternation, so that
 * a message is read once; every repetition is bounded or followed by a different character, so reading is linear.
 */
const KEPT = [
  // Names with digits in them that are not ids.
  String.raw`\b(?:utf-?(?:8|16|32)|sha-?\d{1,3}|md5|https?/\d(?:\.\d)?|ipv[46]|es20\d\d|base(?:16|32|36|58|64|85)|u?int(?:8|16|32|64)|float(?:32|64)|x86_64|ed25519|secp256k1|iso-?8859-?\d+|windows-125\d|utf8mb[34]|oauth2)\b`,
  // Codes are the difference between two errors: 404 is not 500.
  String.raw`\b(?:status(?: code)?|code|errno|http|sqlstate|signal|exited with|exit(?:ed with)? (?:code|status))[ :=#([]{0,3}[a-z]{0,2}\d{1,5}[a-z0-9]{0,3}\b`,
]

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`
const ZONE = String.raw`(?: ?(?:Z|UTC|GMT)?(?:[+-]\d{2}:?\d{2})?(?: \([\w ]{1,40}\))?)`

const VARYING: [label: string, pattern: string][] = [
  ['url', String.raw`\b[a-z][a-z0-9+.-]{1,15}://[^\s"'<>)\]}]+`],
  ['email', String.raw`\b[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6}\b`],
  ['token', String.raw`\beyJ[\w-]{10,}\.[\w-]{5,}(?:\.[\w-]*)?`],
  ['uuid', String.raw`\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b`],
  ['trace', String.raw`\b00-[0-9a-f]{32}-[0-9a-f]{16}-\d\d\b|\b1-[0-9a-f]{8}-[0-9a-f]{24}\b`],
  ['mac', String.raw`\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b`],
  ['date', String.raw`\b\d{4}-\d{2}-\d{2}(?:[T ]${CLOCK}${ZONE})?`],
  [
    'date',
    String.raw`\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? (?:${MONTH} \d{1,2}|\d{1,2}[ -]${MONTH})[ -]\d{2,4} ${CLOCK}${ZONE}`,
  ],
  ['date', String.raw`\b${MONTH} {1,2}\d{1,2},? ${CLOCK}`],
  ['date', String.raw`\b\d{1,4}/\d{1,2}/\d{2,4}\b(?: ${CLOCK})?`],
  ['date', String.raw`\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?${ZONE}`],
  ['ip', String.raw`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|/\d{1,2})?\b`],
  [
    'ip',
    String.raw`(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}\b|(?<![\w:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,3})?::(?:[0-9a-f]{1,4}:?){1,5}(?![\w:])|(?<![\w:])::1\b`,
  ],
  ['path', String.raw`(?<![\w.])(?:~|\.{1,2})?/[\w.@%+~:-]+(?:/[\w.@%+~:-]*)*(?:\?[^\s"'<>)\]}]*)?`],
  ['path', String.raw`\b[a-z]:\\[^\s"'<>|]+|\\\\[^\s"'<>|]{2,}`],
  ['address', String.raw`\b0x[0-9a-f]+\b|(?<=\w)@[0-9a-f]{5,16}\b`],
  ['version', String.raw`\bv?\d+\.\d+\.\d+(?:[-+][\w.]+)?\b`],
  [
    'host',
    String.raw`\blocalhost(?::\d{1,5})?\b|\b(?:[a-z\d][a-z\d-]{0,62}\.){1,8}(?:com|net|org|io|dev|edu|gov|local|internal|localdomain|invalid|lan|cloud)\b(?![.(])(?::\d{1,5})?|\b(?:[a-z\d][a-z\d-]{0,62}\.){1,8}[a-z]{2,12}:\d{2,5}\b`,
  ],
  ['base64', String.raw`\b[a-z0-9+/]{16,}={1,2}`],
  ['number', String.raw`\b(?:[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}|\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?)\b`],
  [
    'number',
    String.raw`(?<![\w-])[-+]?[$€£¥]?\d+(?:[,_]\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?(?:\s?(?:%|(?:ns|us|µs|ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|bytes?|[kmgt]i?b|b|px)\b)|(?![\w-]))`,
  ],
]

const TOKEN = String.raw`[\p{L}\d$]+(?:[-_][\p{L}\d$]+)*`

const QUOTED = [
  String.raw`"[^"]*"`,
  String.raw`(?<!\w)'[^']*'(?!\w)`,
  '`[^`]*`',
  String.raw`[“‘«][^”’»]*[”’»]`,
]

/**
 * Runs of plain words, taken in one step: most of a message is words, and trying every shape at each of them is
 * what costs. Words with which a shape may begin are left to the shapes.
 */
const WORDS =
  '\\b(?:(?!mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|status|code|errno|http|sqlstate|signal|exit|localhost)[a-z]+[ ,;!?]+)+'

export const LABELS = VARYING.map(([label]) => label)

/** Groups: 1 kept, 2 quoted, then one for each label, the last a word. */
export const SHAPES = new RegExp(
  [
    `(${[WORDS, ...KEPT].join('|')})`,
    `(${QUOTED.join('|')})`,
    ...VARYING.map(([, pattern]) => `(${pattern})`),
    `(${TOKEN})`,
  ].join('|'),
  'giu',
)
