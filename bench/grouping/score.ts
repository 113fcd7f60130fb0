/** A row after grouping. */
export interface GroupedRow {
  truth: string
  group: string
}

export interface Scores {
  rows: number
  truths: number
  issues: number
  precision: number
  recall: number
  f1: number
  bcubedPrecision: number
  bcubedRecall: number
  bcubedF1: number
  /** Groups that hold more than one truth. */
  overMerged: number
  /** Truths that lie in more than one group. */
  overSplit: number
  /** The most groups that one truth has. */
  worstStorm: number
}

export function scoreRows(rows: GroupedRow[]): Scores {
  const cells = countBy(rows, cellOf)
  const groups = countBy(rows, ({ group }) => group)
  const truths = countBy(rows, ({ truth }) => truth)
  const groupsOfTruth = spreadOf(rows, 'truth', 'group')
  const pairs = {
    precision: pairsIn(cells) / pairsIn(groups),
    recall: pairsIn(cells) / pairsIn(truths),
  }
  const bcubed = {
    precision: meanOf(rows, (row) => shareOf(cells.get(cellOf(row)), groups.get(row.group))),
    recall: meanOf(rows, (row) => shareOf(cells.get(cellOf(row)), truths.get(row.truth))),
  }
  return {
    rows: rows.length,
    truths: truths.size,
    issues: groups.size,
    precision: round(pairs.precision),
    recall: round(pairs.recall),
    f1: round(harmonicMean(pairs.precision, pairs.recall)),
    bcubedPrecision: round(bcubed.precision),
    bcubedRecall: round(bcubed.recall),
    bcubedF1: round(harmonicMean(bcubed.precision, bcubed.recall)),
    overMerged: moreThanOne(spreadOf(rows, 'group', 'truth')).length,
    overSplit: moreThanOne(groupsOfTruth).length,
    worstStorm: Math.max(...[...groupsOfTruth.values()].map(({ size }) => size)),
  }
}

/** For each group its truths, or for each truth its groups. */
export function spreadOf(
  rows: GroupedRow[],
  by: keyof GroupedRow,
  over: keyof GroupedRow,
): Map<string, Set<string>> {
  const spread = new Map<string, Set<string>>()
  for (const row of rows) spread.set(row[by], (spread.get(row[by]) ?? new Set()).add(row[over]))
  return spread
}

export function moreThanOne(spread: Map<string, Set<string>>): string[] {
  return [...spread].filter(([, { size }]) => size > 1).map(([name]) => name)
}

export function countBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

function cellOf({ truth, group }: GroupedRow): string {
  return JSON.stringify([truth, group])
}

function pairsIn(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + (n * (n - 1)) / 2, 0)
}

function shareOf(part = 0, whole = 1): number {
  return part / whole
}

function meanOf(rows: GroupedRow[], valueOf: (row: GroupedRow) => number): number {
  return rows.reduce((total, row) => total + valueOf(row), 0) / rows.length
}

function harmonicMean(a: number, b: number): number {
  return (2 * a * b) / (a + b)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
