// How long an event waits for its acknowledgement at a rate that all can take, beside FLOOR and BARE.
import { startContender, type ContenderName } from './floor/start-contender.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { prepareEnvelopes } from './load/envelopes.ts'
import { measureAndEnd } from './load/measure-load.ts'
import { figuresOf, ratioOf, runRounds } from './load/rounds.ts'
import { contenderSeries } from './plot/contender-series.ts'
import type { Plot } from './plot/plot.ts'

const contenders: ContenderName[] = ['mishap', 'floor', 'bare']
const rates = [1_000, 2_000]

export async function run(options: BenchOptions): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  for (const perSecond of rates) lines.push(await runRate(perSecond, options))
  return lines
}

async function runRate(perSecond: number, { quick, node }: BenchOptions): Promise<BenchLine> {
  const [rounds, seconds] = quick ? [2, 3] : [5, 10]
  const warmUp = prepareEnvelopes('node', 4_000, { seed: 2 })
  const file = prepareEnvelopes('node', perSecond * seconds)
  const load = { kind: 'rate', perSecond } as const
  const measured = await runRounds(rounds, contenders, async (contender) => {
    const server = await startContender(contender, { payloads: 'all', node })
    return measureAndEnd(server, { kind: 'node', warmUp, file, load })
  })
  const p50OfBare = ratioOf(measured, 'mishap', 'bare', 'ackP50Ms')
  return {
    bench: 'latency',
    case: `${perSecond}/s`,
    rounds,
    mishap: figuresOf(measured.map(({ mishap }) => mishap)),
    floor: figuresOf(measured.map(({ floor }) => floor)),
    bare: figuresOf(measured.map(({ bare }) => bare)),
    p50OfBare,
    p50OfFloor: ratioOf(measured, 'mishap', 'floor', 'ackP50Ms'),
    p99OfFloor: ratioOf(measured, 'mishap', 'floor', 'ackP99Ms'),
    ...(perSecond === 1_000 && { goals: { 'P3 p50': judge(p50OfBare <= 4) } }),
  }
}

export function plot(lines: BenchLine[]): Plot {
  const shared = { kind: 'bars', yName: 'ms', categories: lines.map((line) => line.case) } as const
  return {
    title: 'Acknowledged after, at a fixed rate, from when each event was due',
    panels: [
      { ...shared, title: 'Median', series: contenderSeries(lines, contenders, 'ackP50Ms') },
      { ...shared, title: '99th percentile', series: contenderSeries(lines, contenders, 'ackP99Ms') },
    ],
  }
}
