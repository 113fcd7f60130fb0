/** A word of a line: what stands between spaces, quotes and `{{ }}` being one. */
export interface Token {
  /** As it was meant: without its quotes. */
  text: string
  from: number
  to: number
  /** Where the text was quoted, it is never a sign of the language. */
  quoted: boolean
}

export interface Tokens {
  tokens: Token[]
  /** A quote or a brace that nothing closes. */
  open?: { from: number; to: number; message: string }
}

const SPACE = /\s/
const CLOSED_VARIABLE = /\{\{[^{}]{0,300}\}\}/y
const QUOTED = /"((?:[^"\\]|\\.)*)"/y

/** Splits a line. A `#` at the beginning of a word makes the rest of the line a comment. */
export function readTokens(line: string): Tokens {
  const tokens: Token[] = []
  let at = 0
  while (at < line.length) {
    if (SPACE.test(line.charAt(at))) at += 1
    else if (line.charAt(at) === '#') break
    else {
      const read = readToken(line, at)
      if ('message' in read) return { tokens, open: read }
      tokens.push(read)
      at = read.to
    }
  }
  return { tokens }
}

function readToken(line: string, from: number): Token | { from: number; to: number; message: string } {
  let text = ''
  let at = from
  let quoted = false
  while (at < line.length && !SPACE.test(line.charAt(at))) {
    if (line.charAt(at) === '"') {
      const inner = matchAt(QUOTED, line, at)
      if (inner === undefined)
        return { from: at, to: line.length, message: 'This quote is never closed. End the text with ".' }
      text += inner[1]?.replaceAll(/\\(.)/g, '$1') ?? ''
      at += inner[0].length
      quoted = true
    } else if (line.startsWith('{{', at)) {
      const variable = matchAt(CLOSED_VARIABLE, line, at)
      if (variable === undefined)
        return { from: at, to: line.length, message: 'This variable is never closed. End its name with }}.' }
      text += variable[0]
      at += variable[0].length
    } else {
      text += line.charAt(at)
      at += 1
    }
  }
  return { text, from, to: at, quoted }
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(line) ?? undefined
}
