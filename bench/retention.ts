// What it costs to delete events that are too old: the keeper beside a bare DELETE, and what lists notice of it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import { latenciesOf } from './load/load-result.ts'
import type { DatabaseSize } from './generate/plan.ts'
import { medianOf, round } from './load/median.ts'
import type { Plot } from './plot/plot.ts'
import { deleteFloor } from './retention/delete-floor.ts'
import type { Deletion } from './retention/deletion.ts'
import { eventDays, prepareExpired } from './retention/prepare-expired.ts'
import { runKeeper } from './retention/run-keeper.ts'
import { watchServer, type Watched } from './retention/watch-server.ts'

const dayMs = 86_400_000
const warmUp = { events: 20_000, issues: 2_000 }

export async function run({ quick, node }: BenchOptions): Promise<BenchLine[]> {
  const size = quick ? { events: 100_000, issues: 10_000 } : { events: 1_000_000, issues: 20_000 }
  const nowMs = Date.now()
  const pairs: { keeper: Deletion; floor: Deletion }[] = []
  const measure = async <Result>(
    work: (file: string) => Result,
    of: DatabaseSize = size,
  ): Promise<Awaited<Result>> => {
    const { dataDir } = await prepareExpired(of)
    try {
      return await work(join(dataDir, 'mishap.db'))
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  }
  // A server has run for long: what code costs that runs for the first time is no part of a deletion.
  await measure((file) => runKeeper(file, eventDays, nowMs), warmUp)
  for (let at = 0; at < (quick ? 2 : 3); at++) {
    const floor = await measure((file) => deleteFloor(file, nowMs - eventDays * dayMs))
    const keeper = await measure((file) => runKeeper(file, eventDays, nowMs))
    pairs.push({ keeper, floor })
  }
  const expired = await prepareExpired(size)
  try {
    return [lineOf(pairs, await watchServer(expired, node), size.events)]
  } finally {
    rmSync(expired.dataDir, { recursive: true })
  }
}

function lineOf(
  pairs: { keeper: Deletion; floor: Deletion }[],
  { listMs, seconds, fileMbBefore, fileMbAfter, walMb }: Watched,
  events: number,
): BenchLine {
  const ofFloor = medianOf(pairs.map(({ keeper, floor }) => keeper.cpuUs / floor.cpuUs))
  const holds = latenciesOf(pairs.flatMap(({ keeper }) => keeper.holds))
  const lists = latenciesOf(listMs)
  return {
    bench: 'retention',
    case: `${events} events`,
    deleted: pairs[0]?.keeper.deleted ?? 0,
    deletedByFloor: pairs[0]?.floor.deleted ?? 0,
    cpuUs: round(medianOf(pairs.map(({ keeper }) => keeper.cpuUs))),
    floorCpuUs: round(medianOf(pairs.map(({ floor }) => floor.cpuUs))),
    cpuOfFloor: round(ofFloor),
    holdP50Ms: round(holds.p50),
    holdP99Ms: round(holds.p99),
    longestHoldMs: round(holds.max),
    floorLongestHoldMs: round(Math.max(...pairs.flatMap(({ floor }) => floor.holds))),
    listP50Ms: round(lists.p50),
    listP99Ms: round(lists.p99),
    seconds: round(seconds),
    fileMbBefore: round(fileMbBefore),
    fileMbAfter: round(fileMbAfter),
    walMb: round(walMb),
    goals: { P13: judge(ofFloor <= 2 && lists.p99 <= 20), A11: judge(holds.max <= 20) },
  }
}

export function plot(lines: BenchLine[]): Plot {
  const bars = (title: string, yName: string, figures: Record<string, string>) => ({
    kind: 'bars' as const,
    title,
    yName,
    categories: lines.map((line) => line.case),
    series: Object.entries(figures).map(([name, figure]) => ({
      name,
      values: lines.map((line) => Number(line[figure])),
    })),
  })
  return {
    title: 'Deleting events that are too old',
    panels: [
      bars('CPU', 'µs/event', { Mishap: 'cpuUs', 'a bare DELETE': 'floorCpuUs' }),
      bars('The writer is held', 'ms', { median: 'holdP50Ms', p99: 'holdP99Ms', longest: 'longestHoldMs' }),
      bars('A list of issues meanwhile', 'ms', { median: 'listP50Ms', p99: 'listP99Ms' }),
      bars('The file', 'MB', { before: 'fileMbBefore', after: 'fileMbAfter' }),
    ],
  }
}
