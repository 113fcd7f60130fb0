import type { Replaced } from '../grouping.ts'

/** A bracketed value in the middle of a message: an object, a list, a Go map. */
export function findDumps(line: string): Replaced[] {
  const dumps: Replaced[] = []
  let from = 0
  while (from < line.length) {
    const open = nextOpening(line, from)
    if (open < 0) break
    const close = closingOf(line, open)
    if (/[:,"=]/.test(line.slice(open + 1, close))) {
      dumps.push({ from: open, to: close, label: 'data' })
      from = close
    } else {
      from = open + 1
    }
  }
  return dumps
}

/** An opening bracket glued to a word is an index or a type, such as "items[0]"; Go prints "map[a:1]". */
function nextOpening(line: string, from: number): number {
  const match = /(?<![\w$])[{[]|(?<=\bmap)\[/.exec(line.slice(from))
  return match ? from + match.index : -1
}

/** Just past the matching bracket, or the end of a dump that was cut off. */
function closingOf(line: string, open: number): number {
  let depth = 0
  for (let index = open; index < line.length; index++) {
    const char = line[index]
    if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    if (depth === 0) return index + 1
  }
  return line.length
}
