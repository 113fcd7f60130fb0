// What PostgreSQL costs: the same server on a SQLite file and on a PostgreSQL of this machine, in rounds.
import { rmSync } from 'node:fs'
import { startContender } from './floor/start-contender.ts'
import { judge, type BenchLine, type BenchOptions } from './load/bench-line.ts'
import type { Stored } from './load/count-stored.ts'
import { prepareEnvelopes, type EnvelopeKind } from './load/envelopes.ts'
import { measureAndEnd, type Measurable } from './load/measure-load.ts'
import { medianOf, round } from './load/median.ts'
import { figuresOf, ratioOf, runRounds, type Figures } from './load/rounds.ts'
import { startKeepingAll } from './load/start-keeping-all.ts'
import { startPostgres, type RunningPostgres } from './load/start-postgres.ts'
import type { Plot } from './plot/plot.ts'

const engines = ['postgres', 'sqlite'] as const
const kinds: EnvelopeKind[] = ['node', 'browser']
/** Of the least code that parses on one thread and writes to PostgreSQL over one connection, recorded on two shared cores. */
const recordedFloorCpuUs = { node: 307 }

export async function run(options: BenchOptions): Promise<BenchLine[]> {
  const postgres = await startPostgres()
  try {
    const lines: BenchLine[] = []
    for (const kind of kinds) lines.push(await runKind(kind, postgres, options))
    return lines
  } finally {
    postgres.end()
  }
}

async function runKind(
  kind: EnvelopeKind,
  postgres: RunningPostgres,
  { quick, node }: BenchOptions,
): Promise<BenchLine> {
  const [rounds, count, seconds] = quick ? [2, 12_000, 3] : [5, 40_000, 8]
  const warmUp = prepareEnvelopes(kind, 2_000, { seed: 2 })
  const file = prepareEnvelopes(kind, count)
  const load = { kind: 'saturate', connections: 64, seconds } as const
  const postgresUs: number[] = []
  let made = 0
  const measured = await runRounds(rounds, engines, async (engine) => {
    const measurement = { kind, warmUp, file, load }
    if (engine === 'sqlite')
      return measureAndEnd(await startContender('mishap', { payloads: 'all', node }), measurement)
    const server = await startOn(postgres, `bench_${kind}_${(made += 1)}`, node)
    const cpuBefore = postgres.readCpuUs()
    const result = await measureAndEnd(server, measurement)
    postgresUs.push((postgres.readCpuUs() - cpuBefore) / (result.stored?.events ?? 1))
    return result
  })
  const rateOfSqlite = ratioOf(measured, 'postgres', 'sqlite', 'perSecond')
  const figures = figuresOf(measured.map((each) => each.postgres))
  return {
    bench: 'postgres',
    case: kind,
    rounds,
    postgres: { ...figures, serverCpuUs: round(medianOf(postgresUs)) },
    sqlite: figuresOf(measured.map(({ sqlite }) => sqlite)),
    rateOfSqlite,
    cpuOfSqlite: ratioOf(measured, 'postgres', 'sqlite', 'cpuUs'),
    goals: {
      'P20 rate': judge(rateOfSqlite >= 0.4),
      ...(kind === 'node' && { 'P20 CPU': judge(figures.cpuUs <= 2 * recordedFloorCpuUs.node) }),
      'P20 lost': judge(figures.lost === 0),
    },
  }
}

async function startOn(postgres: RunningPostgres, database: string, node?: string): Promise<Measurable> {
  const url = postgres.createDatabase(database)
  const mishap = await startKeepingAll({ env: { MISHAP_DATABASE_URL: url }, ...(node && { node }) })
  return {
    url: mishap.url,
    pid: mishap.pid,
    project: mishap.project,
    readStored: () => countIn(postgres, database),
    async end() {
      await mishap.stop()
      rmSync(mishap.dataDir, { recursive: true })
    },
  }
}

function countIn(postgres: RunningPostgres, database: string): Stored {
  const [events = 0, payloads = 0, issues = 0, bytes = 0] = postgres
    .query(
      database,
      'SELECT count(*), count(payload), (SELECT count(*) FROM issues), pg_database_size(current_database()) FROM events',
    )
    .map(Number)
  return { events, payloads, issues, bytesOnDisk: bytes, bytesUsed: bytes }
}

export function plot(lines: BenchLine[]): Plot {
  const categories = lines.map((line) => line.case)
  const read = (engine: string, figure: keyof Figures | 'serverCpuUs'): number[] =>
    lines.map((line) => (line[engine] as Record<string, number>)[figure] ?? 0)
  const both = (figure: keyof Figures) => [
    { name: 'Mishap on PostgreSQL', values: read('postgres', figure) },
    { name: 'Mishap on SQLite', values: read('sqlite', figure) },
  ]
  const shared = { kind: 'bars', categories } as const
  return {
    title: 'One server on PostgreSQL 15 and on a SQLite file, both synced at each commit',
    panels: [
      { ...shared, title: 'Stored', yName: 'events/s', series: both('perSecond') },
      {
        ...shared,
        title: 'CPU',
        yName: 'µs/event',
        series: [...both('cpuUs'), { name: 'PostgreSQL itself', values: read('postgres', 'serverCpuUs') }],
      },
      { ...shared, title: 'Acknowledged after, p99', yName: 'ms', series: both('ackP99Ms') },
    ],
  }
}
