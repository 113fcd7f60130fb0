import type { Insertable } from 'kysely'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** One report about sessions: of one of them, or of many at once. */
export interface SessionRecord {
  projectId: number
  release: string
  environment: string
  /** When the sessions started, epoch milliseconds. */
  startedAtMs: number
  /** Sessions that this report is the first to tell of. */
  started: number
  /** Sessions of many at once that did not go well. */
  errored: number
  crashed: number
  /** Of a single session that did not go well: 16 bytes, so that it is counted once however often it is told. */
  troubled: { sessionId: Buffer; status: 'errored' | 'crashed' } | undefined
  /** 16 bytes that tell users apart. */
  userHash: Buffer | undefined
}

const hourMs = 3_600_000
const mostListed = 100

/** Row by row in one order of each table, so that two servers cannot wait for each other's rows. */
export async function recordSessions(tx: Tx, records: SessionRecord[]): Promise<void> {
  const hours = new Map<string, HourRow>()
  const bySession = (record: SessionRecord): string => record.troubled?.sessionId.toString('hex') ?? ''
  for (const record of inOrder(records, bySession)) {
    const trouble = await noteTrouble(tx, record)
    addToHour(hours, record, trouble)
  }
  for (const [, hour] of [...hours].toSorted(([a], [b]) => (a < b ? -1 : 1))) await countHour(tx, hour)
  const users = records.filter((record) => record.userHash !== undefined)
  for (const record of inOrder(users, userKey)) await noteUser(tx, record)
}

function inOrder(records: SessionRecord[], key: (record: SessionRecord) => string): SessionRecord[] {
  const keyed = records.map((record) => ({ record, key: `${record.projectId} ${key(record)}` }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ record }) => record)
}

/** What changes in the counts: a session is errored or crashed, and a crash outweighs the errors before it. */
async function noteTrouble(
  tx: Tx,
  { projectId, startedAtMs, troubled }: SessionRecord,
): Promise<{ errored: number; crashed: number }> {
  if (troubled === undefined) return { errored: 0, crashed: 0 }
  const { sessionId, status } = troubled
  const inserted = await tx
    .insertInto('troubled_sessions')
    .values({ project_id: projectId, session_id: sessionId, status, hour: hourOf(startedAtMs) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('status')
    .executeTakeFirst()
  if (inserted !== undefined)
    return status === 'errored' ? { errored: 1, crashed: 0 } : { errored: 0, crashed: 1 }
  if (status === 'errored') return { errored: 0, crashed: 0 }
  const worsened = await tx
    .updateTable('troubled_sessions')
    .set({ status })
    .where('project_id', '=', projectId)
    .where('session_id', '=', sessionId)
    .where('status', '=', 'errored')
    .returning('status')
    .executeTakeFirst()
  return worsened === undefined ? { errored: 0, crashed: 0 } : { errored: -1, crashed: 1 }
}

type HourRow = Insertable<Schema['release_hours']>

function addToHour(
  hours: Map<string, HourRow>,
  record: SessionRecord,
  trouble: { errored: number; crashed: number },
): void {
  const hour = hourOf(record.startedAtMs)
  const key = JSON.stringify([record.projectId, record.release, record.environment, hour])
  const row = hours.get(key)
  hours.set(key, {
    project_id: record.projectId,
    release: record.release,
    environment: record.environment,
    hour,
    started: (row?.started ?? 0) + record.started,
    errored: (row?.errored ?? 0) + record.errored + trouble.errored,
    crashed: (row?.crashed ?? 0) + record.crashed + trouble.crashed,
  })
}

async function countHour(tx: Tx, row: HourRow): Promise<void> {
  const { started, errored, crashed } = row
  if (started === 0 && errored === 0 && crashed === 0) return
  await tx
    .insertInto('release_hours')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['project_id', 'release', 'environment', 'hour']).doUpdateSet((eb) => ({
        started: eb('release_hours.started', '+', started),
        errored: eb('release_hours.errored', '+', errored),
        crashed: eb('release_hours.crashed', '+', crashed),
      })),
    )
    .execute()
}

function userKey({ release, environment, userHash }: SessionRecord): string {
  return JSON.stringify([release, environment, userHash?.toString('hex')])
}

async function noteUser(tx: Tx, record: SessionRecord): Promise<void> {
  if (record.userHash === undefined) return
  const hasCrashed = record.crashed > 0 || record.troubled?.status === 'crashed'
  const status = hasCrashed ? 'crashed' : 'healthy'
  const insert = tx.insertInto('release_users').values({
    project_id: record.projectId,
    release: record.release,
    environment: record.environment,
    user_hash: record.userHash,
    status,
  })
  await (
    status === 'healthy'
      ? insert.onConflict((conflict) => conflict.doNothing())
      : insert.onConflict((conflict) =>
          conflict
            .columns(['project_id', 'release', 'environment', 'user_hash'])
            .doUpdateSet({ status: 'crashed' }),
        )
  ).execute()
}

/** Releases by environment, the last seen first. */
export async function listReleaseHealth(reader: Reader, projectId: number) {
  const releases = await reader
    .selectFrom('release_hours')
    .select(({ fn }) => [
      'release',
      'environment',
      fn.sum<number | string>('started').as('sessions'),
      fn.sum<number | string>('errored').as('errored'),
      fn.sum<number | string>('crashed').as('crashed'),
      fn.max<number>('hour').as('last_seen'),
    ])
    .where('project_id', '=', projectId)
    .groupBy(['release', 'environment'])
    .orderBy('last_seen', 'desc')
    .limit(mostListed)
    .execute()
  const users = await reader
    .selectFrom('release_users')
    .select(({ fn }) => ['release', 'environment', 'status', fn.countAll<number | string>().as('count')])
    .where('project_id', '=', projectId)
    .groupBy(['release', 'environment', 'status'])
    .execute()
  return releases.map((row) => {
    const own = users.filter((user) => user.release === row.release && user.environment === row.environment)
    const countOf = (status: 'healthy' | 'crashed') =>
      Number(own.find((user) => user.status === status)?.count ?? 0)
    return {
      ...row,
      // PostgreSQL sums integers to a type of its own, which arrives as text.
      sessions: Number(row.sessions),
      errored: Number(row.errored),
      crashed: Number(row.crashed),
      users: countOf('healthy') + countOf('crashed'),
      crashed_users: countOf('crashed'),
    }
  })
}

function hourOf(ms: number): number {
  return ms - (ms % hourMs)
}
