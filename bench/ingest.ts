// How many events a second are stored, and what one costs: ours beside FLOOR and BARE, one after the other in rounds.
import { startContender, type ContenderName, type ContenderOptions } from './floor/start-contender.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { prepareEnvelopes, type EnvelopeKind } from './load/envelopes.ts'
import { meanGzipBytes } from './load/mean-gzip-bytes.ts'
import { round } from './load/median.ts'
import { figuresOf, ratioOf, runRounds, type Reading, type Round } from './load/rounds.ts'
import { measureAndEnd } from './load/measure-load.ts'
import { contenderSeries } from './plot/contender-series.ts'
import type { Panel, Plot } from './plot/plot.ts'

interface Case {
  name: string
  kind: EnvelopeKind
  issues: number
  payloads: ContenderOptions['payloads']
}

const cases: Case[] = [
  { name: 'node', kind: 'node', issues: 200, payloads: 'all' },
  { name: 'browser', kind: 'browser', issues: 200, payloads: 'all' },
  { name: 'storm', kind: 'node', issues: 3, payloads: 'sample' },
]
const contenders: ContenderName[] = ['mishap', 'floor', 'bare']
const connections = 64
const warmUpEvents = 2_000

export async function run(options: BenchOptions): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  const chosen = cases.filter(({ name }) => options.only === undefined || options.only === name)
  for (const each of chosen) lines.push(await runCase(each, options))
  return lines
}

async function runCase(
  { name, kind, issues, payloads }: Case,
  { quick, node }: BenchOptions,
): Promise<BenchLine> {
  const [rounds, count, seconds] = quick ? [2, 12_000, 3] : [5, 40_000, 8]
  const warmUp = prepareEnvelopes(kind, warmUpEvents, { issues, seed: 2 })
  const file = prepareEnvelopes(kind, count, { issues })
  const load = { kind: 'saturate', connections, seconds } as const
  const measured = await runRounds(rounds, contenders, async (contender) => {
    const server = await startContender(contender, { payloads, node })
    return measureAndEnd(server, { kind, warmUp, file, load })
  })
  return lineOf(name, measured, meanGzipBytes(kind, file))
}

function lineOf(name: string, rounds: Round<ContenderName>[], gzipBytes: number): BenchLine {
  const rateOfFloor = ratioOf(rounds, 'mishap', 'floor', 'perSecond')
  const cpuOfFloor = ratioOf(rounds, 'mishap', 'floor', 'cpuUs')
  const ackP99OfFloor = ratioOf(rounds, 'mishap', 'floor', 'ackP99Ms')
  const mishap = figuresOf(rounds.map((each) => each.mishap))
  const { idleMb, peakMb, bytesPerEvent, lost } = mishap
  return {
    bench: 'ingest',
    case: name,
    connections,
    rounds: rounds.length,
    mishap,
    floor: figuresOf(rounds.map((each) => each.floor)),
    bare: figuresOf(rounds.map((each) => each.bare)),
    gzipBytes: round(gzipBytes),
    rateOfFloor,
    cpuOfFloor,
    ackP99OfFloor,
    goals: {
      P1: judge(rateOfFloor >= 0.5),
      P2: judge(cpuOfFloor <= 2),
      'P3 p99': judge(ackP99OfFloor <= 2.5),
      P4: judge(lost === 0),
      P6: judge(idleMb <= 130 && peakMb <= 300),
      P7: judge(bytesPerEvent <= 0.4 * gzipBytes + 300),
    },
  }
}

export function plot(lines: BenchLine[]): Plot {
  const categories = lines.map((line) => line.case)
  const bars = (title: string, yName: string, reading: Reading, names = contenders): Panel => ({
    kind: 'bars',
    title,
    yName,
    categories,
    series: contenderSeries(lines, names, reading),
  })
  return {
    title: 'Storing events: 64 connections, each answered after the commit is on disk',
    panels: [
      bars('Stored', 'events/s', 'perSecond', ['mishap', 'floor']),
      bars('CPU of all threads', 'µs/event', 'cpuUs'),
      bars('Acknowledged after, median', 'ms', 'ackP50Ms'),
      bars('Acknowledged after, p99', 'ms', 'ackP99Ms'),
      bars('Memory at most', 'MB', 'peakMb'),
      bars('On disk', 'bytes/event', 'bytesPerEvent', ['mishap', 'floor']),
    ],
  }
}
