/** Samples of an issue that are alike. */
export interface SampleKind {
  key: number
  count: number
}

/** How many samples of a kind are to go. */
export interface Trim {
  key: number
  count: number
}

/**
 * Which kinds of samples give how many, so that `excess` go and those that stay are spread as evenly as they can be:
 * the most populated kinds are cut down to one level, and a kind below it loses none.
 */
export function levelSamples(kinds: SampleKind[], excess: number): Trim[] {
  if (excess <= 0) return []
  const sorted = kinds.toSorted((a, b) => b.count - a.count)
  const { level, over } = findLevel(sorted, excess)
  let spared = over
  return sorted.flatMap(({ key, count }) => {
    let cut = Math.max(0, count - level)
    if (cut > 0 && spared > 0) {
      cut -= 1
      spared -= 1
    }
    return cut > 0 ? [{ key, count: cut }] : []
  })
}

/** The level, and how many more than `excess` lie above it: fewer than there are kinds that reach above it. */
function findLevel(sorted: SampleKind[], excess: number): { level: number; over: number } {
  let above = 0
  for (const [index, { count }] of sorted.entries()) {
    above += count
    const width = index + 1
    const next = sorted[width]?.count ?? 0
    if (above - width * next < excess) continue
    const level = Math.floor((above - excess) / width)
    return { level, over: above - width * level - excess }
  }
  return { level: 0, over: 0 }
}
