/** The name that was most likely meant: the one with the fewest letters changed, left out, added or swapped. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const nearest = names
    .map((name) => ({ name, distance: distanceBetween(wrong, name) }))
    .toSorted((a, b) => a.distance - b.distance)[0]
  return nearest && nearest.distance <= wrong.length / 3 ? nearest.name : undefined
}

function distanceBetween(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < to.length; j++) {
      const changed = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1)
      const isSwapped = j > 0 && i > 0 && from[i] === to[j - 1] && from[i - 1] === to[j]
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Infinity
      next.push(Math.min(changed, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
