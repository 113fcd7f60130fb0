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

export async function recordSessions(tx: Tx, records: SessionRecord[]): Promise<void> {
  for (const record of records) {
    const trouble = await noteTrouble(tx, record)
    await addToHour(tx, {
      ...record,
      errored: record.errored + trouble.errored,
      crashed: record.crashed + trouble.crashed,
    })
    await noteUser(tx, record)
  }
}

/** What changes in the counts: a session is errored or crashed, and a crash outweighs the errors before it. */
async function noteTrouble(
  tx: Tx,
  { projectId, startedAtMs, troubled }: SessionRecord,
): Promise<{ errored: number; crashed: number }> {
  if (troubled === undefined) return { errored: 0, crashed: 0 }
  const { sessionId, status } = troubled
  const known = await tx
    .selectFrom('troubled_sessions')
    .select('status')
    .where('project_id', '=', projectId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (known?.status === 'crashed' || known?.status === status) return { errored: 0, crashed: 0 }
  await tx
    .insertInto('troubled_sessions')
    .values({ project_id: projectId, session_id: sessionId, status, hour: hourOf(startedAtMs) })
    .onConflict((conflict) => conflict.columns(['project_id', 'session_id']).doUpdateSet({ status }))
    .execute()
  if (status === 'errored') return { errored: 1, crashed: 0 }
  return { errored: known === undefined ? 0 : -1, crashed: 1 }
}

async function addToHour(tx: Tx, record: SessionRecord): Promise<void> {
  const { started, errored, crashed } = record
  if (started === 0 && errored === 0 && crashed === 0) return
  await tx
    .insertInto('release_hours')
    .values({
      project_id: record.projectId,
      release: record.release,
      environment: record.environment,
      hour: hourOf(record.startedAtMs),
      started,
      errored,
      crashed,
    })
    .onConflict((conflict) =>
      conflict.columns(['project_id', 'release', 'environment', 'hour']).doUpdateSet((eb) => ({
        started: eb('release_hours.started', '+', started),
        errored: eb('release_hours.errored', '+', errored),
        crashed: eb('release_hours.crashed', '+', crashed),
      })),
    )
    .execute()
}

async function noteUser(tx: Tx, record: SessionRecord): Promise<void> {
  if (record.userHash === undefined) return
  const status = record.troubled?.status === 'crashed' ? 'crashed' : 'healthy'
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
      fn.sum<number>('started').as('sessions'),
      fn.sum<number>('errored').as('errored'),
      fn.sum<number>('crashed').as('crashed'),
      fn.max<number>('hour').as('last_seen'),
    ])
    .where('project_id', '=', projectId)
    .groupBy(['release', 'environment'])
    .orderBy('last_seen', 'desc')
    .limit(mostListed)
    .execute()
  const users = await reader
    .selectFrom('release_users')
    .select(({ fn }) => ['release', 'environment', 'status', fn.countAll<number>().as('count')])
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
