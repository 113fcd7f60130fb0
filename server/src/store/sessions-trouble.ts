import type { Insertable } from 'kysely'
import { inSlices } from './recorder/in-slices.ts'
import type { Schema } from './schema.ts'
import { inKeyOrder, startHour, type SessionRecord } from './sessions-record.ts'
import type { Tx } from './store.ts'

type TroubleRow = Insertable<Schema['troubled_sessions']>

/** What changes in the counts of an hour. */
export interface TroubleChange extends Pick<TroubleRow, 'project_id' | 'release' | 'environment' | 'hour'> {
  errored: number
  crashed: number
}

/**
 * Notes the sessions that did not go well. A crash outweighs the errors before it, and is counted where those were: a
 * client may tell of it under another release or start, where there is nothing that it could be taken from.
 */
export async function noteTroubles(tx: Tx, records: SessionRecord[]): Promise<TroubleChange[]> {
  const changes: TroubleChange[] = []
  for (const slice of inSlices(inKeyOrder(worstBySession(records)))) {
    const inserted = await insertNew(tx, slice)
    for (const row of inserted) {
      const hasCrashed = row.status === 'crashed'
      changes.push({ ...placeOf(row), errored: hasCrashed ? 0 : 1, crashed: hasCrashed ? 1 : 0 })
    }
    const isNew = new Set(inserted.map(keyOf))
    const crashed = slice.filter((row) => row.status === 'crashed' && !isNew.has(keyOf(row)))
    for (const row of await worsenKnown(tx, crashed)) {
      changes.push({ ...placeOf(row), errored: -1, crashed: 1 })
    }
  }
  return changes
}

/** Each session where it is told first, and as the worst that is told of it. */
function worstBySession(records: SessionRecord[]): Map<string, TroubleRow> {
  const rows = new Map<string, TroubleRow>()
  for (const record of records) {
    if (record.troubled === undefined) continue
    const { projectId: project_id, release, environment } = record
    const { sessionId: session_id, status } = record.troubled
    const row = { project_id, session_id, status, release, environment, hour: startHour(record) }
    const known = rows.get(keyOf(row))
    if (known === undefined) rows.set(keyOf(row), row)
    else if (status === 'crashed') known.status = status
  }
  return rows
}

function insertNew(tx: Tx, rows: TroubleRow[]) {
  return tx
    .insertInto('troubled_sessions')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
}

/** As an insert, because that takes the rows in the order in which they are given. */
async function worsenKnown(tx: Tx, rows: TroubleRow[]) {
  if (rows.length === 0) return []
  return tx
    .insertInto('troubled_sessions')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['project_id', 'session_id'])
        .doUpdateSet({ status: 'crashed' })
        .where('troubled_sessions.status', '=', 'errored'),
    )
    .returningAll()
    .execute()
}

function placeOf({ project_id, release, environment, hour }: TroubleRow) {
  return { project_id, release, environment, hour }
}

function keyOf({ project_id, session_id }: Pick<TroubleRow, 'project_id' | 'session_id'>): string {
  return `${project_id} ${Buffer.from(session_id).toString('hex')}`
}
