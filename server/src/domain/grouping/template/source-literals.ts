/** Lines of bundled code can be megabytes. */
const MAX_SOURCE = 1200
/** Shorter pieces of text occur in any message. */
const MIN_LETTERS = 4

const LITERAL = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`/g
/** Interpolation of JavaScript, Ruby, Python, C#, Rust and printf. */
const INTERPOLATION = /\$\{[^{}]*\}|#\{[^{}]*\}|\{[^{}]*\}|%[-+0-9.]*[a-zA-Z]|\\n[^]*$/

/** The constant pieces of text in the string literals of a source line, in order. */
export function sourceLiterals(source: string): string[] {
  const pieces: string[] = []
  for (const match of source.slice(0, MAX_SOURCE).matchAll(LITERAL)) {
    const literal = match[1] ?? match[2] ?? match[3] ?? ''
    for (const piece of literal.split(INTERPOLATION)) {
      const text = piece.replace(/\\(["'`])/g, '$1').trim()
      if (countLetters(text) >= MIN_LETTERS) pieces.push(text)
    }
  }
  return pieces
}

export function countLetters(text: string): number {
  return text.replace(/\P{L}+/gu, '').length
}
