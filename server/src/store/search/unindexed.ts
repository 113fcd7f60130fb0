import type { Reader, Tx } from '../store.ts'

/** A project whose kept payloads have not all been indexed, as far as they were received before a time. */
export interface Backlog {
  projectId: number
  /** What was received up to here is indexed. */
  indexedUntil: number
}

/** The next such project after another, around in a circle; undefined when there is none. */
export async function findBacklog(
  reader: Reader,
  beforeMs: number,
  afterProject: number,
): Promise<Backlog | undefined> {
  const rows = await reader
    .selectFrom('projects')
    .select(['id', 'indexed_until'])
    .where('indexed_until', '<', beforeMs)
    .whereRef('indexed_until', '<', 'last_event_at')
    .orderBy('id')
    .execute()
  const row = rows.find(({ id }) => id > afterProject) ?? rows[0]
  return row && { projectId: row.id, indexedUntil: row.indexed_until }
}

/** Whether a project's payloads are said to be indexed up to a time after another. */
export async function hasIndexedBeyond(reader: Reader, beyond: number): Promise<boolean> {
  const row = await reader
    .selectFrom('projects')
    .select('id')
    .where('indexed_until', '>', beyond)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Has such projects indexed again from a time on. */
export async function limitIndexed(
  tx: Tx,
  { beyond, until }: { beyond: number; until: number },
): Promise<void> {
  await tx.updateTable('projects').set({ indexed_until: until }).where('indexed_until', '>', beyond).execute()
}

/** Events whose payloads are there to be indexed, and up to which time of receipt they are all. */
export interface KeptEvents {
  until: number
  eventIds: Buffer[]
}

/** Events looked at for payloads at once: of a storm few are kept. */
const eventsPassed = 2_000
const payloadsAtOnce = 50

/** The next events of a backlog with their payloads kept, in the order of receipt. */
export async function listKeptEvents(
  reader: Reader,
  { projectId, indexedUntil }: Backlog,
  beforeMs: number,
): Promise<KeptEvents> {
  const until = Math.min(await readEnd(reader, projectId, indexedUntil), beforeMs)
  const rows = await keptBetween(reader, projectId, indexedUntil, until)
    .limit(payloadsAtOnce + 1)
    .execute()
  const beyond = rows[payloadsAtOnce]
  if (beyond === undefined) return { until, eventIds: idsOf(rows) }
  // What came in one millisecond is indexed together, or it could not be told how far indexing is.
  const whole = rows.filter((row) => row.received_at < beyond.received_at)
  if (whole.length > 0) return { until: beyond.received_at - 1, eventIds: idsOf(whole) }
  const together = await keptBetween(reader, projectId, indexedUntil, beyond.received_at).execute()
  return { until: beyond.received_at, eventIds: idsOf(together) }
}

async function readEnd(reader: Reader, projectId: number, indexedUntil: number): Promise<number> {
  const row = await reader
    .selectFrom('events')
    .select('received_at')
    .where('project_id', '=', projectId)
    .where('received_at', '>', indexedUntil)
    .orderBy('received_at')
    .offset(eventsPassed - 1)
    .limit(1)
    .executeTakeFirst()
  return row?.received_at ?? Number.MAX_SAFE_INTEGER
}

function keptBetween(reader: Reader, projectId: number, after: number, until: number) {
  return reader
    .selectFrom('events')
    .select(['event_id', 'received_at'])
    .where('project_id', '=', projectId)
    .where('received_at', '>', after)
    .where('received_at', '<=', until)
    .where('codec', 'is not', null)
    .orderBy('received_at')
}

function idsOf(rows: { event_id: Buffer }[]): Buffer[] {
  return rows.map((row) => row.event_id)
}
