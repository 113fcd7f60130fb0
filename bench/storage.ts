// How many bytes a stored event takes, of events that resemble each other and of events that do not: ours beside FLOOR.
import { startContender, type ContenderName, type ContenderOptions } from './floor/start-contender.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { cachedFile } from './load/envelope-file.ts'
import { makeEnvelopes, prepareEnvelopes, type EnvelopeKind } from './load/envelopes.ts'
import { hardenEvent } from './load/harden-event.ts'
import { meanGzipBytes } from './load/mean-gzip-bytes.ts'
import { measureAndEnd, type Measured } from './load/measure-load.ts'
import { round } from './load/median.ts'
import type { Plot } from './plot/plot.ts'

interface Case {
  name: string
  kind: EnvelopeKind
  corpus: 'similar' | 'hard'
  issues: number
  payloads: ContenderOptions['payloads']
}

const cases: Case[] = [
  { name: 'node', kind: 'node', corpus: 'similar', issues: 200, payloads: 'all' },
  { name: 'browser', kind: 'browser', corpus: 'similar', issues: 200, payloads: 'all' },
  { name: 'node-hard', kind: 'node', corpus: 'hard', issues: 200, payloads: 'all' },
  { name: 'browser-hard', kind: 'browser', corpus: 'hard', issues: 200, payloads: 'all' },
  { name: 'node-storm', kind: 'node', corpus: 'similar', issues: 3, payloads: 'sample' },
]
const contenders: ContenderName[] = ['mishap', 'floor']
const warmUpEvents = 2_000
/** Of the size as gzip, and bytes of an event's row besides. */
const goalOf = { similar: { name: 'P7', share: 0.4 }, hard: { name: 'P8', share: 0.9 } }
const rowBytes = 300

export async function run({ only, ...options }: BenchOptions): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  for (const each of cases)
    if (only === undefined || only === each.name) lines.push(await runCase(each, options))
  return lines
}

async function runCase(each: Case, { quick, node }: BenchOptions): Promise<BenchLine> {
  const { kind } = each
  const warmUp = fileOf(each, warmUpEvents, 2)
  const file = fileOf(each, quick ? 6_000 : 20_000, 1)
  const measured = {} as Record<ContenderName, Measured>
  for (const name of contenders) {
    const server = await startContender(name, { payloads: each.payloads, node })
    const load = { kind: 'saturate', connections: 64 } as const
    measured[name] = await measureAndEnd(server, { kind, warmUp, file, load })
  }
  return lineOf(each, measured, meanGzipBytes(kind, file))
}

function fileOf({ kind, corpus, issues }: Case, count: number, seed: number): string {
  if (corpus === 'similar') return prepareEnvelopes(kind, count, { issues, seed })
  const name = `hard-${kind}-${count}-${issues}-${seed}`
  const change = (event: Parameters<typeof hardenEvent>[0], index: number): void =>
    hardenEvent(event, seed * 1_000_000 + index)
  return cachedFile(name, () => makeEnvelopes(kind, count, { issues, seed, change }))
}

function lineOf(
  { name, corpus }: Case,
  { mishap, floor }: Record<ContenderName, Measured>,
  gzipBytes: number,
): BenchLine {
  const { bytesPerEvent, stored, lost } = mishap
  const { name: goal, share } = goalOf[corpus]
  const most = share * gzipBytes + rowBytes
  return {
    bench: 'storage',
    case: name,
    events: stored?.events ?? 0,
    issues: stored?.issues ?? 0,
    payloadsKept: round((stored?.payloads ?? 0) / (stored?.events ?? 1)),
    lost,
    gzipBytes: round(gzipBytes),
    bytesPerEvent: round(bytesPerEvent),
    floorBytesPerEvent: round(floor.bytesPerEvent),
    ofGzip: round(bytesPerEvent / gzipBytes),
    ofFloor: round(bytesPerEvent / floor.bytesPerEvent),
    goals: { [goal]: judge(bytesPerEvent <= most) },
  }
}

export function plot(lines: BenchLine[]): Plot {
  const values = (figure: string): number[] => lines.map((line) => Number(line[figure]))
  return {
    title: 'Bytes on disk of a stored event, indexes and all',
    panels: [
      {
        kind: 'bars',
        title: 'On disk',
        yName: 'bytes/event',
        categories: lines.map((line) => line.case),
        series: [
          { name: 'Mishap', values: values('bytesPerEvent') },
          { name: 'FLOOR', values: values('floorBytesPerEvent') },
          { name: 'gzip, as received', values: values('gzipBytes') },
        ],
      },
    ],
  }
}
