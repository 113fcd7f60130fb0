// What is left of a server that is sent several times what it can store, with 512 MB of memory.
import { rmSync } from 'node:fs'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { measureCapacity, measureOverload, type Capacity, type Overloaded } from './load/measure-overload.ts'
import { round } from './load/median.ts'
import { limitMemory } from './load/memory-limit.ts'
import { startMishap, type RunningMishap } from './load/start-mishap.ts'
import type { Plot } from './plot/plot.ts'

const limitMb = 512
const mebibyte = 1024 * 1024
const multiples = [5, 10]
/** As by default, unlike the other benchmarks: the flood has addresses enough. */
const env = { MISHAP_LIMIT_SOCKETS_PER_ADDRESS: '100' }

/** One line for each multiple of the capacity, of the same server. */
export async function run({ quick, node }: BenchOptions): Promise<BenchLine[]> {
  const limit = limitMemory(limitMb * mebibyte)
  const start = (): Promise<RunningMishap> => startMishap({ env, ...(node && { node }) })
  const server = await (limit ? limit.during(start) : start())
  const lines: BenchLine[] = []
  try {
    const [events, capacitySeconds, seconds] = quick ? [12_000, 3, 8] : [40_000, 10, 60]
    const capacity = await measureCapacity(server, { events, seconds: capacitySeconds })
    for (const times of multiples) {
      const overloaded = await measureOverload(server, capacity, { times, seconds, seed: 300 + times })
      lines.push(lineOf(times, { capacity, overloaded, limited: limit && { kills: limit.kills() } }))
    }
  } finally {
    await server.stop()
    rmSync(server.dataDir, { recursive: true })
    limit?.remove()
  }
  return lines
}

interface Seen {
  capacity: Capacity
  overloaded: Overloaded
  limited: { kills: number } | undefined
}

function lineOf(times: number, { capacity, overloaded, limited }: Seen): BenchLine {
  const { refusedMs, statuses, recoverSeconds, peakMb, goodputOfCapacity, lost, failures } = overloaded
  const { seconds, sent, offered, unsent, unanswered, silent, cpuSeconds, ackMs, limits } = overloaded
  const refused = statuses['429'] ?? 0
  const peakOfLoaded = peakMb / capacity.loadedMb
  const kept =
    peakOfLoaded <= 1.5 && recoverSeconds !== undefined && recoverSeconds <= 5 && failures === 0 && lost === 0
  return {
    bench: 'overload',
    case: `${times}x`,
    memoryLimitMb: limited ? limitMb : null,
    kills: limited?.kills ?? null,
    capacityPerSecond: round(capacity.perSecond),
    offeredOfCapacity: round(offered / seconds / capacity.perSecond),
    sentOfCapacity: round(overloaded.sentOfCapacity),
    goodputPerSecond: round(overloaded.goodputPerSecond),
    goodputOfCapacity: round(goodputOfCapacity),
    refusedPerSecond: round(refused / seconds),
    refusedP50Ms: round(refusedMs.p50),
    refusedP99Ms: round(refusedMs.p99),
    refusedWith: limits[0] ?? '',
    ackP50Ms: round(ackMs.p50),
    ackP99Ms: round(ackMs.p99),
    unsent: round(unsent / offered),
    unanswered: unanswered + silent,
    failures,
    lost,
    loadedMb: round(capacity.loadedMb),
    peakMb: round(peakMb),
    peakOfLoaded: round(peakOfLoaded),
    recoverSeconds: recoverSeconds === undefined ? null : round(recoverSeconds),
    generatorCpuUs: round((cpuSeconds * 1e6) / sent),
    goals: { P5: judge(kept), B1: judge(kept && peakMb <= 400 && goodputOfCapacity >= 0.8) },
  }
}

export function plot(lines: BenchLine[]): Plot {
  const categories = ['capacity', ...lines.map((line) => line.case)]
  const figure = (name: string): number[] => lines.map((line) => Number(line[name]))
  const [first] = lines
  return {
    title: 'Overload: sent several times what can be stored',
    subtitle: first?.['memoryLimitMb'] === null ? 'Memory not limited' : `Memory limited to ${limitMb} MB`,
    panels: [
      {
        kind: 'bars',
        title: 'Answers',
        yName: 'per second',
        categories,
        series: [
          { name: 'stored', values: [Number(first?.['capacityPerSecond']), ...figure('goodputPerSecond')] },
          { name: 'refused', values: [0, ...figure('refusedPerSecond')] },
        ],
      },
      {
        kind: 'bars',
        title: 'Memory',
        yName: 'MB',
        categories,
        goal: { name: 'must not exceed', value: 400 },
        series: [{ name: 'RSS', values: [Number(first?.['loadedMb']), ...figure('peakMb')] }],
      },
    ],
  }
}
