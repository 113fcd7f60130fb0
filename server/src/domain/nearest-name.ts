/** The name that was most likely meant: the one with the fewest letters changed, left out or added. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const nearest = names
    .map((name) => ({ name, distance: distanceBetween(wrong, name) }))
    .toSorted((a, b) => a.distance - b.distance)[0]
  return nearest && nearest.distance <= wrong.length / 3 ? nearest.name : undefined
}

function distanceBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(to).entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
