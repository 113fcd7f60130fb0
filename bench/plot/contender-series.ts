import type { ContenderName } from '../floor/start-contender.ts'
import type { BenchLine } from '../load/bench-line.ts'
import type { Figures, Reading } from '../load/rounds.ts'
import type { BarPanel } from './plot.ts'

const labels: Record<ContenderName, string> = { mishap: 'Mishap', floor: 'FLOOR', bare: 'BARE' }

/** A bar for each case and each of those compared, of lines that hold the figures under their names. */
export function contenderSeries(
  lines: readonly BenchLine[],
  names: readonly ContenderName[],
  reading: Reading,
): BarPanel['series'] {
  return names.map((name) => ({
    name: labels[name],
    values: lines.map((line) => (line[name] as Figures)[reading]),
  }))
}
