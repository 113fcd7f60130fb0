import type { GroupingRulesErrors } from '../../../lib/api.ts'

export interface Line {
  /** From 1. */
  number: number
  pieces: { from: number; text: string; isWrong: boolean }[]
  /** What is wrong with it, in short. */
  message: string | undefined
}

/** A text in lines, and each line in pieces that are wrong or not. */
export function markLines(text: string, errors: GroupingRulesErrors['errors']): Line[] {
  return text.split('\n').map((line, index) => {
    const own = errors.filter((error) => error.line === index + 1).toSorted((a, b) => a.from - b.from)
    const message =
      own.length > 0 ? [...new Set(own.map((error) => firstSentence(error.message)))].join(' ') : undefined
    return { number: index + 1, pieces: cutLine(line, own), message }
  })
}

function cutLine(line: string, errors: GroupingRulesErrors['errors']): Line['pieces'] {
  const pieces: Line['pieces'] = []
  let at = 0
  for (const { from, to } of errors) {
    const start = Math.min(Math.max(from, at), line.length)
    const end = Math.min(Math.max(to, start), line.length)
    if (start > at) pieces.push({ from: at, text: line.slice(at, start), isWrong: false })
    if (end > start) pieces.push({ from: start, text: line.slice(start, end), isWrong: true })
    at = end
  }
  if (at < line.length) pieces.push({ from: at, text: line.slice(at), isWrong: false })
  return pieces
}

/** The rest is said below the field. */
function firstSentence(message: string): string {
  return /^.*?\.(?= |$)/.exec(message)?.[0] ?? message
}
