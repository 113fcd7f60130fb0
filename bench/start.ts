// How long a start takes on a database that is there already, from the process to its first answer, beside the floor.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { addAttachments } from './generate/add-attachments.ts'
import { copyDatabase } from './generate/database.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { medium, small } from './load/database-sizes.ts'
import { medianOf, round } from './load/median.ts'
import { readCpuUs, readMemory } from './load/meter.ts'
import { rootFor } from './load/other-node.ts'
import type { BarPanel, Plot } from './plot/plot.ts'

interface Program {
  /** Below the root, and what it is given. */
  args: (root: string) => string[]
  path: string
}

type Start = {
  ms: number
  cpuMs: number
  idleMb: number
}

type Name = 'mishap' | 'floor'

const gigabyte = 1_000_000_000
/** Until nothing of the start is under way any more. */
const settleMs = 1_500
const goalRatio = 1.8
const goalIdleMb = 130

export async function run({ quick, node = process.execPath }: BenchOptions): Promise<BenchLine[]> {
  const { dataDir } = await copyDatabase(quick ? small : medium)
  try {
    const file = join(dataDir, 'mishap.db')
    addAttachments(file, quick ? gigabyte / 5 : gigabyte)
    const programs = programsFor(file)
    const under = { node, dataDir }
    await measureStart(programs.mishap, { ...under, signal: 'SIGKILL' })
    const afterKill = await measureStart(programs.mishap, { ...under, signal: 'SIGTERM' })
    const starts = await measureInTurns(programs, { ...under, rounds: quick ? 5 : 15 })
    const databaseMb = round(statSync(file).size / 1e6)
    return [
      lineOf(databaseMb, starts),
      { bench: 'start', case: 'after a kill', databaseMb, ms: round(afterKill.ms) },
    ]
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

function lineOf(databaseMb: number, { mishap, floor }: Record<Name, Start[]>): BenchLine {
  const ratio = round(medianOf(mishap.map(({ ms }, at) => ms / (floor[at]?.ms ?? Number.NaN))))
  const ours = figuresOf(mishap)
  return {
    bench: 'start',
    case: 'after a stop in order',
    databaseMb,
    rounds: mishap.length,
    mishap: ours,
    floor: figuresOf(floor),
    ratio,
    goals: { P19: judge(ratio <= goalRatio), 'P6 idle': judge(ours.idleMb <= goalIdleMb) },
  }
}

function figuresOf(starts: Start[]): Start {
  const median = (name: keyof Start): number => round(medianOf(starts.map((start) => start[name])))
  return { ms: median('ms'), cpuMs: median('cpuMs'), idleMb: median('idleMb') }
}

function programsFor(file: string): Record<Name, Program> {
  return {
    mishap: { args: (root) => [join(root, 'server/bin/mishap.js'), 'serve'], path: '/api/v1/health' },
    floor: { args: (root) => [join(root, 'bench/floor/start-floor.js'), file], path: '/' },
  }
}

interface Under {
  node: string
  dataDir: string
}

/** Every other round in the opposite order, so that a busy second falls on both. */
async function measureInTurns(
  programs: Record<Name, Program>,
  { rounds, ...under }: Under & { rounds: number },
): Promise<Record<Name, Start[]>> {
  const starts: Record<Name, Start[]> = { mishap: [], floor: [] }
  for (let at = 0; at < rounds; at += 1) {
    const names: Name[] = at % 2 === 0 ? ['mishap', 'floor'] : ['floor', 'mishap']
    for (const name of names)
      starts[name].push(await measureStart(programs[name], { ...under, signal: 'SIGTERM' }))
  }
  return starts
}

async function measureStart(
  { args, path }: Program,
  { node, dataDir, signal }: Under & { signal: NodeJS.Signals },
): Promise<Start> {
  const { PATH, HOME } = process.env
  const fromMs = performance.now()
  const child = spawn(node, args(rootFor(node)), {
    env: { PATH, HOME, MISHAP_DATA_DIR: dataDir, MISHAP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const port = await portOf(child.stdout)
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  const ms = performance.now() - fromMs
  if (!response.ok) throw new Error(`The first answer was ${response.status}.`)
  const pid = child.pid ?? 0
  const cpuMs = readCpuUs(pid) / 1000
  await setTimeout(settleMs)
  const idleMb = readMemory(pid).rssMb
  child.kill(signal)
  await exited
  return { ms, cpuMs, idleMb }
}

async function portOf(stdout: AsyncIterable<Buffer>): Promise<string> {
  let said = ''
  for await (const chunk of stdout) {
    said += chunk.toString()
    const port = /(?:port |localhost:)(\d+)/.exec(said)?.[1]
    if (port !== undefined) return port
  }
  throw new Error('A server ended before it was ready.')
}

export function plot([line]: BenchLine[]): Plot {
  const names = ['floor', 'mishap'] as const
  const panel = (title: string, unit: string, figure: keyof Start): BarPanel => ({
    kind: 'bars',
    title,
    yName: unit,
    categories: [...names],
    // As `lineOf` made it.
    series: [
      { name: unit, values: names.map((name) => (line?.[name] as Start | undefined)?.[figure] ?? null) },
    ],
  })
  return {
    title: 'A start on a database that is there already',
    panels: [panel('Until the first answer', 'ms', 'ms'), panel('Memory after that', 'MB', 'idleMb')],
  }
}
