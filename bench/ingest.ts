// How many events a second are stored, and what one costs: ours beside FLOOR and BARE, one after the other in rounds.
import { startContender, type ContenderName } from './floor/start-contender.ts'
import { judge, type BenchLine, type BenchOptions, type Figure } from './load/bench-line.ts'
import { prepareEnvelopes, type EnvelopeKind } from './load/envelopes.ts'
import { meanGzipBytes } from './load/mean-gzip-bytes.ts'
import { measureLoad, type Measured } from './load/measure-load.ts'
import { medianOf, round } from './load/median.ts'
import type { Plot } from './plot/plot.ts'

interface Case {
  name: string
  kind: EnvelopeKind
  /** Many: of each event the whole payload is kept. Few: after the first hundreds only samples are. */
  issues: number
}

type Round = Record<ContenderName, Measured>

const cases: Case[] = [
  { name: 'node', kind: 'node', issues: 200 },
  { name: 'browser', kind: 'browser', issues: 200 },
  { name: 'storm', kind: 'node', issues: 3 },
]
const contenders: ContenderName[] = ['bare', 'floor', 'mishap']
const connections = 64
const warmUpEvents = 2_000

export async function run(options: BenchOptions): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  const chosen = cases.filter(({ name }) => options.only === undefined || options.only === name)
  for (const each of chosen) lines.push(await runCase(each, options))
  return lines
}

async function runCase(each: Case, { quick, node }: BenchOptions): Promise<BenchLine> {
  const { name, kind, issues } = each
  const [rounds, count, seconds] = quick ? [2, 12_000, 3] : [5, 40_000, 8]
  const warmUp = prepareEnvelopes(kind, warmUpEvents, { issues, seed: 2 })
  const file = prepareEnvelopes(kind, count, { issues })
  const load = { kind: 'saturate', connections, seconds } as const
  const all: Round[] = []
  for (let at = 0; at < rounds; at += 1) {
    const measured = {} as Round
    for (const contender of at % 2 === 0 ? contenders : contenders.toReversed()) {
      const server = await startContender(contender, node)
      try {
        measured[contender] = await measureLoad(server, { kind, warmUp, file, load })
      } finally {
        await server.end()
      }
    }
    all.push(measured)
  }
  return lineOf(name, all, meanGzipBytes(kind, file))
}

function lineOf(name: string, rounds: Round[], gzipBytes: number): BenchLine {
  const ratio = (read: (measured: Measured) => number): number =>
    round(medianOf(rounds.map(({ mishap, floor }) => read(mishap) / read(floor))))
  const rateOfFloor = ratio(({ perSecond }) => perSecond)
  const cpuOfFloor = ratio(({ cpuUs }) => cpuUs)
  const ackP99OfFloor = ratio(({ ackMs }) => ackMs.p99)
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

type Figures = Record<keyof typeof readings, number>

const readings = {
  perSecond: ({ perSecond }: Measured) => perSecond,
  cpuUs: ({ cpuUs }: Measured) => cpuUs,
  ackP50Ms: ({ ackMs }: Measured) => ackMs.p50,
  ackP99Ms: ({ ackMs }: Measured) => ackMs.p99,
  idleMb: ({ idleMb }: Measured) => idleMb,
  loadedMb: ({ loadedMb }: Measured) => loadedMb,
  peakMb: ({ peakMb }: Measured) => peakMb,
  bytesPerEvent: ({ bytesPerEvent }: Measured) => bytesPerEvent,
  issues: ({ stored }: Measured) => stored?.issues ?? 0,
  payloadsKept: ({ stored }: Measured) => (stored ? stored.payloads / stored.events : 0),
  drainMs: ({ drainMs }: Measured) => drainMs,
  refused: ({ refused }: Measured) => refused,
  generatorCpuUs: ({ generatorCpuUs }: Measured) => generatorCpuUs,
}

/** Medians; of losses the sum, since one is one too many. */
function figuresOf(rounds: Measured[]): Figures & { lost: number } {
  const medians = Object.entries(readings).map(([name, read]) => [name, round(medianOf(rounds.map(read)))])
  return {
    ...(Object.fromEntries(medians) as Figures),
    lost: rounds.reduce((sum, { lost }) => sum + lost, 0),
  }
}

export function plot(lines: BenchLine[]): Plot {
  const categories = lines.map((line) => line.case)
  const series = (figure: keyof Figures, names: readonly ContenderName[]) =>
    names.map((name) => ({
      name: { mishap: 'Mishap', floor: 'FLOOR', bare: 'BARE' }[name],
      values: lines.map((line) => (line[name] as Record<string, Figure>)[figure] as number),
    }))
  return {
    title: 'Storing events: 64 connections, each answered after the commit is on disk',
    panels: [
      {
        kind: 'bars',
        title: 'Stored',
        yName: 'events/s',
        categories,
        series: series('perSecond', ['mishap', 'floor']),
      },
      {
        kind: 'bars',
        title: 'CPU of all threads',
        yName: 'µs/event',
        categories,
        series: series('cpuUs', ['mishap', 'floor', 'bare']),
      },
      {
        kind: 'bars',
        title: 'Acknowledged after, p99',
        yName: 'ms',
        categories,
        series: series('ackP99Ms', ['mishap', 'floor', 'bare']),
      },
      {
        kind: 'bars',
        title: 'On disk',
        yName: 'bytes/event',
        categories,
        series: series('bytesPerEvent', ['mishap', 'floor']),
      },
    ],
  }
}
