// An event's page: the latest of an issue, then one by its id, and its neighbours, each whole and inflated.
import { prepareDatabase } from './generate/database.ts'
import { placeOf } from './generate/plan.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { large, nameOf, small } from './load/database-sizes.ts'
import { latenciesOf } from './load/load-result.ts'
import { round } from './load/median.ts'
import { seedRandom } from './load/random.ts'
import { openReader, type ApiReader } from './load/reader.ts'
import { startMishap } from './load/start-mishap.ts'
import type { Plot } from './plot/plot.ts'

interface EventPage {
  event: unknown
  summary: { id: string }
  olderEventId: string | null
  newerEventId: string | null
  oldestEventId: string
}

type Times = Record<'latest' | 'by id' | 'older' | 'newer', number[]>

export async function run({ quick, node }: BenchOptions): Promise<BenchLine[]> {
  const sizes = quick ? [small] : [small, large]
  const lines: BenchLine[] = []
  for (const size of sizes) {
    const server = await startMishap({ ...(await prepareDatabase(size)), ...(node && { node }) })
    const reader = openReader(server)
    try {
      await readPages(reader, size.issues, 30)
      const { times, kept } = await readPages(reader, size.issues, quick ? 100 : 400)
      for (const [name, ofCase] of Object.entries(times)) {
        const { p50, p95, p99 } = latenciesOf(ofCase)
        lines.push({
          bench: 'event-page',
          case: `${name}, ${nameOf(size)}`,
          p50Ms: round(p50),
          p95Ms: round(p95),
          p99Ms: round(p99),
          withPayload: round(kept),
          goals: { P12: judge(p95 <= 8) },
        })
      }
    } finally {
      reader.close()
      await server.stop()
    }
  }
  return lines
}

/** Every other issue is one of the thousand that have the most events. */
async function readPages(reader: ApiReader, issues: number, rounds: number) {
  const random = seedRandom(11)
  const times: Times = { latest: [], 'by id': [], older: [], newer: [] }
  let [kept, read] = [0, 0]
  async function open(issue: string, which: string, ms: number[]): Promise<EventPage> {
    const { answer, ms: took } = await reader.get(`/issues/${issue}/events/${which}`)
    const page = answer as EventPage
    ms.push(took)
    read += 1
    if (page.event !== null) kept += 1
    return page
  }
  for (let turn = 0; turn < rounds; turn += 1) {
    const { projectId, number } = placeOf(random.below(turn % 2 === 0 ? Math.min(1_000, issues) : issues))
    const issue = `${projectId}-${number}`
    const latest = await open(issue, 'latest', times.latest)
    const first = await open(issue, latest.oldestEventId, times['by id'])
    const newer = first.newerEventId && (await open(issue, first.newerEventId, times.newer))
    if (newer && newer.olderEventId) await open(issue, newer.olderEventId, times.older)
  }
  return { times, kept: kept / read }
}

export function plot(lines: BenchLine[]): Plot {
  const values = (figure: string) => lines.map((line) => Number(line[figure]))
  return {
    title: 'An event with its neighbours, whole',
    panels: [
      {
        kind: 'bars',
        title: 'From the request to the whole answer',
        yName: 'ms',
        categories: lines.map((line) => line.case),
        goal: { name: 'must', value: 8 },
        series: [
          { name: 'p50', values: values('p50Ms') },
          { name: 'p95', values: values('p95Ms') },
        ],
      },
    ],
  }
}
