/** One value of a table, without the quotes around it. */
interface Cell {
  value: string
  start: number
  end: number
  column: number
}

const quote = '"'

/** The cells of comma-separated values (RFC 4180), row by row. Each character is looked at once. */
export function* cellsOf(text: string, separator: string): Generator<Cell> {
  let at = 0
  let column = 0
  while (at < text.length) {
    const isQuoted = text[at] === quote
    const start = isQuoted ? at + 1 : at
    const end = isQuoted ? endOfQuoted(text, start) : endOfBare(text, start, separator)
    yield { value: text.slice(start, end), start, end, column }
    const next = isQuoted ? endOfBare(text, end, separator) : end
    const isRowEnd = text[next] !== separator
    column = isRowEnd ? 0 : column + 1
    at = isRowEnd ? afterLine(text, next) : next + 1
  }
}

/** A doubled quote is one of the value. Without its end, all that follows is the value. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf(quote, from)
  while (at !== -1 && text[at + 1] === quote) at = text.indexOf(quote, at + 2)
  return at === -1 ? text.length : at
}

function endOfBare(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

function afterLine(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
}
