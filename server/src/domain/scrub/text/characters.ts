/** Classes of characters as bits, so that a word knows what it is made of. */
export const LETTER = 1
export const DIGIT = 2
export const JOINER = 4
export const WORD = LETTER | DIGIT | JOINER
/** `:`, `=`, `%` and `>`: what may stand between a name and its value. */
export const SEPARATOR = 8

export const QUOTE = 34
export const PERCENT = 37
export const APOSTROPHE = 39
export const DASH = 45
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const SPACE = 32
export const BACKSLASH = 92
export const BACKTICK = 96

/** By character code; whoever reads each character of a text looks here and calls nothing. */
export const classes = new Uint8Array(65_536)
for (let code = 0; code < 128; code += 1) classes[code] = classify(String.fromCharCode(code))

function classify(character: string): number {
  if (/[a-z]/i.test(character)) return LETTER
  if (/\d/.test(character)) return DIGIT
  if (/[_-]/.test(character)) return JOINER
  return /[:=%>]/.test(character) ? SEPARATOR : 0
}

export function classOf(code: number): number {
  return classes[code] ?? 0
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function isWord(code: number): boolean {
  return (classOf(code) & WORD) !== 0
}

export function isQuote(code: number): boolean {
  return code === QUOTE || code === APOSTROPHE || code === BACKTICK
}
