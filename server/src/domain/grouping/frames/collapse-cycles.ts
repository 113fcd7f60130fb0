import type { Call } from './call.ts'

/** Mutual recursion over more than four functions is rare; each period costs a comparison per frame. */
const LONGEST_CYCLE = 4

/** The depth of a recursion depends on the data: a repeated run of calls is kept once. */
export function collapseCycles(calls: Call[]): Call[] {
  const kept: Call[] = []
  for (const call of calls) {
    kept.push(call)
    for (let period = 1; period <= LONGEST_CYCLE; period++) {
      if (endsWithRepeat(kept, period)) {
        kept.length -= period
        break
      }
    }
  }
  return kept
}

function endsWithRepeat(calls: Call[], period: number): boolean {
  const start = calls.length - 2 * period
  if (start < 0) return false
  for (let offset = period - 1; offset >= 0; offset--) {
    if (calls[start + offset]?.place !== calls[start + period + offset]?.place) return false
  }
  return true
}
