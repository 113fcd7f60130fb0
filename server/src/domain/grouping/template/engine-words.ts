import { lastMember } from './last-member.ts'

/**
 * V8, SpiderMonkey, JavaScriptCore and the old Edge word the same error differently. One vocabulary for all
 * makes one bug one issue in every browser. Patterns are anchored, so that a message that merely quotes
 * another one stays itself.
 */
const MEMBER_WORDS: [RegExp, string][] = [
  [/^Cannot (?:read|set) propert(?:y|ies) of (?:undefined|null) \((?:reading|setting) '(.+)'\)/, 'nullish'],
  [/^Cannot (?:read|set) property '(.+)' of (?:undefined|null)/, 'nullish'],
  [/^Cannot destructure property '(.+?)' of /, 'nullish'],
  [/^can't access property (.+?), .+ is (?:undefined|null)/, 'nullish'],
  [/^(?:undefined|null) is not an object \(evaluating '(.+)'\)/, 'nullish'],
  [
    /^Unable to (?:get|set) (?:property|value of the property) '(.+)'(?:: object is null| of undefined)/,
    'nullish',
  ],
  [/^(.+?) is not a (?:function|constructor)(?:\.? \(In .*)?\.?$/, 'notcallable'],
  [/^Object doesn't support property or method '(.+)'/, 'notcallable'],
  [/^Can't find variable: (\S+)/, 'undeclared'],
  [/^'?([\w$]+)'? is not defined$/, 'undeclared'],
]

const PLAIN_WORDS: [RegExp, string][] = [
  [/^.{1,200} is not iterable/, 'notiterable'],
  [/^undefined is not a function \(near '\.\.\./, 'notiterable'],
  [/^(?:[\w.[\]]+|\(intermediate value\)) is (?:undefined|null)$/, 'nullish:*'],
  [/^Right side of assignment cannot be destructured/, 'nullish:*'],
  [/^Cannot destructure /, 'nullish:*'],
  [
    /^Cannot access '.+' before initialization|^can't access lexical declaration|^Cannot access uninitialized variable/,
    'uninitialized',
  ],
  [
    /^Assignment to constant variable|^invalid assignment to const|^Attempted to assign to readonly property/,
    'readonly',
  ],
  [/^Cannot assign to read only property|^".+" is read-only/, 'readonly'],
  [
    /^JSON\.parse: |^JSON Parse error: |^Unexpected end of JSON|^Unexpected (?:token|non-whitespace) .*JSON|in JSON at position \d|is not valid JSON$/,
    'json-parse',
  ],
  [
    /^Failed to fetch(?: \(.*\))?$|^NetworkError when attempting to fetch|^Load failed(?: \(.*\))?$|^Network request failed$/,
    'network-failure',
  ],
  [/^The (?:network connection was lost|Internet connection appears to be offline)/, 'network-failure'],
  [
    /^Converting circular structure to JSON|^cyclic object value|^JSON\.stringify cannot serialize cyclic/,
    'json-cycle',
  ],
]

/** What engines throw, and what rejected promises are reported as. Programs throw plain Errors and their own types. */
const ENGINE_TYPES =
  /^(?:(?:Type|Reference|Syntax|Range|Internal|URI|Eval)Error|UnhandledRejection|DOMException|)$/

/** The shared word for an engine's own message, such as "nullish:price"; undefined for anybody else's message. */
export function translateEngineWords(type: string, line: string): string | undefined {
  const react = /^Minified React error #(\d{1,5})/.exec(line)
  if (react?.[1]) return `react:${react[1]}`
  if (!ENGINE_TYPES.test(type)) return undefined
  for (const [pattern, word] of PLAIN_WORDS) {
    if (pattern.test(line)) return word
  }
  for (const [pattern, word] of MEMBER_WORDS) {
    const match = pattern.exec(line)
    if (match?.[1]) return `${word}:${lastMember(match[1])}`
  }
  return undefined
}
