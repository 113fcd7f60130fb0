// The list of issues: idle at three sizes of the database, and while the server is sent as much as it takes.
import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { copyDatabase, prepareDatabase } from './generate/database.ts'
import type { DatabaseSize } from './generate/plan.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { large, medium, nameOf, small } from './load/database-sizes.ts'
import { prepareEnvelopes } from './load/envelopes.ts'
import { generateLoad } from './load/generate-load.ts'
import { latenciesOf, type Latencies } from './load/load-result.ts'
import { round } from './load/median.ts'
import { openReader, timeInTurns, type ApiReader } from './load/reader.ts'
import { startMishap } from './load/start-mishap.ts'
import type { Plot } from './plot/plot.ts'

const list = '/issues?project=1&query=is:unresolved&limit=25'
const everyMs = 20

export async function run({ quick, node }: BenchOptions): Promise<BenchLine[]> {
  const sizes = quick ? [small] : [small, medium, large]
  const idle = await measureIdle(sizes, quick ? 300 : 1_000, node)
  const lines: BenchLine[] = []
  for (const size of quick ? [small] : [small, medium]) lines.push(await measureSaturated(size, quick, node))
  return [...idle, ...lines]
}

/** One server for each size, which are asked in turns. */
async function measureIdle(sizes: DatabaseSize[], rounds: number, node?: string): Promise<BenchLine[]> {
  const servers = []
  for (const size of sizes)
    servers.push(await startMishap({ ...(await prepareDatabase(size)), ...(node && { node }) }))
  try {
    const readers = servers.map(openReader)
    const deep = await Promise.all(readers.map(readDeepCursor))
    await timeInTurns(readers, 100, () => list)
    const first = await timeInTurns(readers, rounds, () => list)
    const all = await timeInTurns(readers, rounds / 2, () => '/issues?query=is:unresolved&limit=25')
    const counts = await timeInTurns(readers, rounds / 5, () => '/issues/counts')
    const later: Latencies[] = []
    for (const [at, reader] of readers.entries())
      later.push(...(await timeInTurns([reader], rounds / 5, () => `${list}&cursor=${deep[at]}`)))
    readers.forEach((reader) => reader.close())
    return sizes.map((size, at): BenchLine => {
      const [p95, ofSmall] = [first[at]?.p95 ?? 0, first[0]?.p95 ?? 0]
      return {
        bench: 'list',
        case: `${nameOf(size)}, idle`,
        p50Ms: round(first[at]?.p50 ?? 0),
        p95Ms: round(p95),
        p50OfSmallest: round((first[at]?.p50 ?? 0) / (first[0]?.p50 ?? 0)),
        p99Ms: round(first[at]?.p99 ?? 0),
        p95OfSmallest: round(p95 / ofSmall),
        allProjectsP95Ms: round(all[at]?.p95 ?? 0),
        page40P95Ms: round(later[at]?.p95 ?? 0),
        countsP95Ms: round(counts[at]?.p95 ?? 0),
        goals: { P9: judge(p95 <= 5 && p95 <= 1.5 * ofSmall) },
      }
    })
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Of the fortieth page. */
async function readDeepCursor(reader: ApiReader): Promise<string> {
  let cursor = ''
  for (let page = 1; page < 40; page += 1) {
    const path = `/issues?project=1&query=is:unresolved&limit=25${cursor && `&cursor=${cursor}`}`
    const answer = (await reader.get(path)).answer as { nextCursor: string | null }
    cursor = answer.nextCursor ?? cursor
  }
  return cursor
}

async function measureSaturated(size: DatabaseSize, quick: boolean, node?: string): Promise<BenchLine> {
  const database = await copyDatabase(size)
  const server = await startMishap({ ...database, ...(node && { node }) })
  const target = { url: server.url, project: server.project, kind: 'node' as const }
  const saturate = (seconds: number, seed: number) =>
    generateLoad(target, prepareEnvelopes('node', quick ? 12_000 : 40_000, { seed }), {
      kind: 'saturate',
      connections: 64,
      seconds,
    })
  try {
    const reader = openReader(server)
    await saturate(quick ? 2 : 5, 1)
    const load = saturate(quick ? 6 : 20, 2)
    const { lists, searches } = await readMeanwhile(reader, load)
    const { acked, seconds } = await load
    reader.close()
    return {
      bench: 'list',
      case: `${nameOf(size)}, saturated`,
      p50Ms: round(lists.p50),
      p95Ms: round(lists.p95),
      p99Ms: round(lists.p99),
      searchP95Ms: round(searches.p95),
      eventsPerSecond: round(acked / seconds),
      goals: { P10: judge(lists.p99 <= 20) },
    }
  } finally {
    await server.stop()
    rmSync(database.dataDir, { recursive: true })
  }
}

async function readMeanwhile(reader: ApiReader, load: Promise<unknown>) {
  const [lists, searches]: [number[], number[]] = [[], []]
  const state = { isOver: false }
  void load.finally(() => (state.isOver = true))
  await setTimeout(500)
  for (let turn = 0; !state.isOver; turn += 1) {
    lists.push((await reader.get(list)).ms)
    if (turn % 5 === 0) searches.push((await reader.get(`/issues?project=1&query=item${turn}`)).ms)
    await setTimeout(everyMs)
  }
  return { lists: latenciesOf(lists), searches: latenciesOf(searches) }
}

export function plot(lines: BenchLine[]): Plot {
  const categories = lines.map((line) => line.case)
  const values = (figure: string) => lines.map((line) => Number(line[figure] ?? 0))
  return {
    title: 'A page of 25 issues over HTTP',
    panels: [
      {
        kind: 'bars',
        title: 'From the request to the whole answer',
        yName: 'ms',
        categories,
        goal: { name: 'must, idle', value: 5 },
        series: [
          { name: 'p50', values: values('p50Ms') },
          { name: 'p95', values: values('p95Ms') },
          { name: 'p99', values: values('p99Ms') },
        ],
      },
    ],
  }
}
