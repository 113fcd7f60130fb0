// What a project that sends little notices of another that floods the server: beside a calm server and beside the flood.
import { rmSync } from 'node:fs'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { makeEnvelopes } from './load/envelopes.ts'
import { measureNeighbours, sendQuietly, type Neighbourhood } from './load/measure-neighbours.ts'
import { floodKind, measureCapacity } from './load/measure-overload.ts'
import { round } from './load/median.ts'
import { startMishap } from './load/start-mishap.ts'
import type { Plot } from './plot/plot.ts'

const env = { MISHAP_LIMIT_SOCKETS_PER_ADDRESS: '100' }
const calmPerSecond = 10

/** One line for each multiple of the capacity that the noisy project sends, after one without it. */
export async function run({ quick, node }: BenchOptions): Promise<BenchLine[]> {
  const server = await startMishap({ env, ...(node && { node }) })
  const quiet = { ...server.createProject('quiet'), slug: 'quiet' }
  const { token }: { token: string } = JSON.parse(server.cli('token', 'create', '--name', 'bench', '--json'))
  const place: Neighbourhood = { ...server, quiet, token }
  const [events, capacitySeconds, seconds] = quick ? [12_000, 3, 8] : [40_000, 10, 60]
  try {
    const capacity = await measureCapacity(place, { events, seconds: capacitySeconds })
    const envelopes = makeEnvelopes(floodKind, calmPerSecond * seconds, { seed: 400, issues: 1 })
    const calm = await sendQuietly(place, calmPerSecond, { seconds, envelopes })
    const lines = [lineOf('0x', calm)]
    for (const times of quick ? [10] : [1, 10]) {
      const { noisy, quiet: seen } = await measureNeighbours(place, capacity, {
        times,
        seconds,
        seed: 400 + times,
      })
      const refused = noisy.statuses['429'] ?? 0
      lines.push({
        ...lineOf(`${times}x`, seen),
        capacityPerSecond: round(capacity.perSecond),
        noisySentOfCapacity: round(noisy.sent / noisy.seconds / capacity.perSecond),
        noisyStoredOfCapacity: round(noisy.ackedIds.length / noisy.seconds / capacity.perSecond),
        noisyRefused: round(refused / Math.max(1, noisy.sent)),
        listP99OfCalm: round(seen.listMs.p99 / calm.listMs.p99),
      })
    }
    return lines
  } finally {
    await server.stop()
    rmSync(server.dataDir, { recursive: true })
  }
}

type Quiet = Awaited<ReturnType<typeof sendQuietly>>

function lineOf(name: string, { sent, accepted, visibleMs, listMs, listFailures }: Quiet): BenchLine {
  const part = accepted / sent
  return {
    bench: 'fairness',
    case: name,
    quietSent: sent,
    quietAccepted: round(part),
    quietVisibleP50Ms: round(visibleMs.p50),
    quietVisibleP95Ms: round(visibleMs.p95),
    listP50Ms: round(listMs.p50),
    listP99Ms: round(listMs.p99),
    listFailures,
    goals: { B2: judge(part >= 0.99 && visibleMs.p95 <= 5_000), P10: judge(listMs.p99 <= 20) },
  }
}

export function plot(lines: BenchLine[]): Plot {
  const categories = lines.map((line) => `noisy ${line.case}`)
  const series = (names: Record<string, string>) =>
    Object.entries(names).map(([name, figure]) => ({
      name,
      values: lines.map((line) => Number(line[figure])),
    }))
  return {
    title: 'A project that sends ten events a second beside one that floods the server',
    panels: [
      {
        kind: 'bars',
        title: 'Its events are in the API after',
        yName: 'ms',
        categories,
        goal: { name: 'must', value: 5_000 },
        yScale: 'log',
        series: series({ p50: 'quietVisibleP50Ms', p95: 'quietVisibleP95Ms' }),
      },
      {
        kind: 'bars',
        title: 'Its list of issues',
        yName: 'ms',
        categories,
        goal: { name: 'must', value: 20 },
        yScale: 'log',
        series: series({ p50: 'listP50Ms', p99: 'listP99Ms' }),
      },
    ],
  }
}
