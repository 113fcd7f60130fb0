/** What a plot shows, whatever draws it: panels side by side, each with its own axes. */
export interface Plot {
  title: string
  /** Under what conditions: one line under the title. */
  subtitle?: string
  panels: Panel[]
}

export type Panel = BarPanel | LinePanel

interface AnyPanel {
  title: string
  /** What the vertical axis counts, with its unit. */
  yName: string
  yScale?: 'linear' | 'log'
  /** Drawn across as a dashed line. */
  goal?: { name: string; value: number }
}

export interface BarPanel extends AnyPanel {
  kind: 'bars'
  categories: string[]
  series: { name: string; values: (number | null)[] }[]
}

export interface LinePanel extends AnyPanel {
  kind: 'lines'
  xName: string
  xScale?: 'linear' | 'log'
  series: { name: string; points: [x: number, y: number][] }[]
}
