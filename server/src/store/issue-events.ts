import { sql, type SqlBool } from 'kysely'
import type { PayloadState } from '../domain/storage/index.ts'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import { readSpans } from './issue-fingerprints.ts'
import type { Reader } from './store.ts'

export interface EventRow {
  event_id: Buffer
  occurred_at: number
  received_at: number
  title: string
  release: string | null
  environment: string | null
  user_label: string | null
  payload_state: PayloadState
}

/** Where an event is in the order of time and then id. */
export type EventPlace = Pick<EventRow, 'event_id' | 'occurred_at'>

export interface EventWalk {
  direction: 'older' | 'newer'
  /** Leaves out this event and all before it in the direction; undefined begins at the end. */
  from?: EventPlace | undefined
  limit: number
}

/** SQLite joins at most 500 in one statement. */
const fingerprintsAtOnce = 50
export const eventColumns = [
  'event_id',
  'occurred_at',
  'received_at',
  'title',
  'release',
  'environment',
  'user_label',
  'payload_state',
] as const

/**
 * The first events of an issue in a direction of time. Each fingerprint has its own in order, in an index: their tops
 * are merged here, and those that have no event where we are need not be asked.
 */
export async function walkEvents(reader: Reader, key: IssueKey, walk: EventWalk): Promise<EventRow[]> {
  const isOlder = walk.direction === 'older'
  const inOrder = (a: EventRow, b: EventRow): number => (isOlder ? compare(b, a) : compare(a, b))
  const spans = await readSpans(reader, key)
  const nearest = isOlder ? spans : spans.toSorted((a, b) => a.first_seen - b.first_seen)
  let top: EventRow[] = []
  for (let start = 0; start < nearest.length; start += fingerprintsAtOnce) {
    const slice = nearest.slice(start, start + fingerprintsAtOnce)
    const [next] = slice
    const last = top[walk.limit - 1]
    const isBeyond =
      next && last && (isOlder ? next.last_seen < last.occurred_at : next.first_seen > last.occurred_at)
    if (isBeyond) break
    const numbers = slice.map((span) => span.number)
    const rows = await readTops(reader, key.projectId, numbers, walk)
    top = [...top, ...rows].toSorted(inOrder).slice(0, walk.limit)
  }
  return top
}

function readTops(
  reader: Reader,
  projectId: number,
  [first, ...others]: number[],
  walk: EventWalk,
): Promise<EventRow[]> {
  if (first === undefined) return Promise.resolve([])
  const topOf = (number: number) =>
    reader.selectFrom(readTop(reader, projectId, number, walk).as('top')).selectAll()
  return others.reduce((union, number) => union.unionAll(topOf(number)), topOf(first)).execute()
}

function readTop(reader: Reader, projectId: number, fingerprintNumber: number, walk: EventWalk) {
  const order = walk.direction === 'older' ? 'desc' : 'asc'
  const comparison = walk.direction === 'older' ? '<' : '>'
  const { from } = walk
  const query = reader
    .selectFrom('events')
    .select(eventColumns)
    .where('project_id', '=', projectId)
    .where('fingerprint_number', '=', fingerprintNumber)
    .orderBy('occurred_at', order)
    .orderBy('event_id', order)
    .limit(walk.limit)
  if (from === undefined) return query
  // As one comparison, from which an index reads on; in pieces it would be read from its end.
  return query.where(
    (eb) =>
      sql<SqlBool>`(${eb.ref('occurred_at')}, ${eb.ref('event_id')}) ${sql.raw(comparison)} (${from.occurred_at}, ${from.event_id})`,
  )
}

function compare(a: EventRow, b: EventRow): number {
  return a.occurred_at - b.occurred_at || Buffer.compare(a.event_id, b.event_id)
}
