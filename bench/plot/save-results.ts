import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import type { BenchLine } from '../load/bench-line.ts'
import { drawPlot, font } from './draw-plot.ts'
import type { Plot } from './plot.ts'

export interface Results {
  quick: boolean
  /** Path of the Node binary that the servers ran under. */
  node: string
  lines: BenchLine[]
}

/** Twice the size of the SVG, for screens that show it so. */
const zoom = 2

/** Writes `<name>.json`, and `<name>.svg` and `<name>.png` if there is a plot, over what was there. */
export function saveResults(name: string, { quick, node, lines }: Results, plot: Plot | undefined): void {
  const folder = fileURLToPath(new URL('../results/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const version = execFileSync(node, ['-p', 'process.version'], { encoding: 'utf8' }).trim()
  const stem = version.startsWith(`v${standardMajor}.`) ? name : `${name}-node${majorOf(version)}`
  const made = { at: new Date().toISOString(), node: version, cpu: cpus()[0]?.model, cores: cpus().length }
  writeFileSync(`${folder}${stem}.json`, `${JSON.stringify({ ...made, quick, lines }, null, 2)}\n`)
  if (!plot) return
  const svg = drawPlot({ ...plot, subtitle: plot.subtitle ?? subtitleOf(version, quick) })
  writeFileSync(`${folder}${stem}.svg`, `${svg}\n`)
  writeFileSync(`${folder}${stem}.png`, renderPng(svg))
}

/** Results under it have no version in their name. */
const standardMajor = 20

function majorOf(version: string): string {
  return /\d+/.exec(version)?.[0] ?? version
}

function subtitleOf(version: string, quick: boolean): string {
  const cores = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}`
  return `Node ${version}, ${cores}${quick ? ', quick run' : ''}`
}

function renderPng(svg: string): Buffer {
  const options = { fitTo: { mode: 'zoom', value: zoom }, font: { defaultFontFamily: font } } as const
  return new Resvg(svg, options).render().asPng()
}
