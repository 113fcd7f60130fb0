import { ADDRESS_MARK, MARK } from './harmless-value.ts'
import type { Removal } from './remarks.ts'
import type { Find } from './text/find.ts'

export interface CutText {
  clean: string
  removals: Removal[]
}

/** A mark may bring together what its secret kept apart; who sends more than so many layers means to. */
const mostRounds = 5

/**
 * Puts marks in the place of everything that was found, and looks again, until nothing is found any more: then a
 * second scrubbing will find nothing either.
 */
export function cutOut(text: string, found: Find[], find: (text: string) => Find[] | undefined): CutText {
  let finds = found
  let cut = withMarks(text, finds)
  for (let round = 0; round < mostRounds; round += 1) {
    const more = find(cut.clean)
    if (more === undefined) break
    finds = joined(finds, more, cut.removals)
    cut = withMarks(text, finds)
  }
  return cut
}

function withMarks(text: string, finds: Find[]): CutText {
  const removals: Removal[] = []
  let clean = ''
  let from = 0
  for (const { start, end, rule } of finds) {
    clean += text.slice(from, start)
    const mark = rule === '@ip:replace' ? ADDRESS_MARK : MARK
    removals.push([rule, 's', clean.length, clean.length + mark.length])
    clean += mark
    from = end
  }
  return { clean: clean + text.slice(from), removals }
}

/** What was found in the marked text, at its place in the text as it was; it swallows the marks that it covers. */
function joined(finds: Find[], more: Find[], removals: Removal[]): Find[] {
  const toOriginal = originalPlaces(finds, removals)
  const placed = more.map(({ start, end, rule }) => ({
    start: toOriginal(start),
    end: toOriginal(end, true),
    rule,
  }))
  const all = [...placed, ...finds].toSorted((one, other) => one.start - other.start || other.end - one.end)
  let reached = -1
  return all.filter(({ end }) => {
    const isNew = end > reached
    reached = Math.max(reached, end)
    return isNew
  })
}

/** Asked for places from left to right; inside of a mark, an end is that of what the mark stands for. */
function originalPlaces(finds: Find[], removals: Removal[]): (place: number, isEnd?: boolean) => number {
  let next = 0
  let shift = 0
  return (place, isEnd = false) => {
    for (; next < finds.length; next += 1) {
      const [find, removal] = [finds[next], removals[next]]
      if (find === undefined || removal?.[1] !== 's' || place < removal[3]) break
      shift = find.end - removal[3]
    }
    const [find, removal] = [finds[next], removals[next]]
    if (find === undefined || removal?.[1] !== 's' || place <= removal[2]) return place + shift
    return isEnd ? find.end : find.start
  }
}
