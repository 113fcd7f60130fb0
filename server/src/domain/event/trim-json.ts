const deepest = 10

/**
 * Cuts a bag of data to a budget of characters and a depth: texts are cut where the budget ends, deeper values
 * become their JSON text. The shape of the first levels stays, so the type does too.
 */
export function trimJson<Shape extends object>(bag: Shape, chars: number): Shape {
  // JSON.stringify has counted for us in most cases: nothing to cut.
  const budget = { left: chars }
  return cut(bag, 0, budget) as Shape
}

interface Budget {
  left: number
}

function cut(value: unknown, depth: number, budget: Budget): unknown {
  if (typeof value === 'string') return cutText(value, budget)
  if (typeof value !== 'object' || value === null) {
    budget.left -= 8
    return value
  }
  if (depth >= deepest) return cutText(JSON.stringify(value), budget)
  if (Array.isArray(value)) return cutList(value, depth, budget)
  return cutObject(value, depth, budget)
}

function cutText(text: string, budget: Budget): string {
  const room = Math.max(budget.left, 0)
  budget.left -= text.length + 2
  return text.length <= room ? text : `${text.slice(0, Math.max(room - 3, 0))}...`.toWellFormed()
}

function cutList(list: unknown[], depth: number, budget: Budget): unknown[] {
  const kept: unknown[] = []
  for (const item of list) {
    if (budget.left <= 0) break
    kept.push(cut(item, depth + 1, budget))
  }
  return kept
}

function cutObject(object: object, depth: number, budget: Budget): object {
  const entries: [string, unknown][] = []
  for (const [key, item] of Object.entries(object)) {
    if (budget.left <= 0) break
    budget.left -= key.length + 4
    entries.push([key, cut(item, depth + 1, budget)])
  }
  return Object.fromEntries(entries)
}
