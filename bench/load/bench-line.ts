import type { Plot } from '../plot/plot.ts'

/** What one case of a benchmark has to say: figures with their unit at the end of their name, and ratios to a partner of the same run. */
export interface BenchLine {
  bench: string
  case: string
  [figure: string]: Figure
}

export type Figure = string | number | boolean | null | { [name: string]: Figure }

export interface BenchOptions {
  /** Fewer rounds and smaller data: for a look, not for a claim. */
  quick: boolean
  /** Another Node binary to run the servers under. */
  node?: string
  /** The only case to run, where a benchmark has several and lets one choose. */
  only?: string
}

/** `pass` or `miss`, for a goal that a figure was to reach. */
export function judge(reached: boolean): 'pass' | 'miss' {
  return reached ? 'pass' : 'miss'
}

/** What `bench/<name>.ts` exports. */
export interface Bench {
  run(options: BenchOptions): Promise<BenchLine[]>
  plot?(lines: BenchLine[]): Plot
}
