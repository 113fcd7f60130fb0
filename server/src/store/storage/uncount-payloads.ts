import { sql } from 'kysely'
import { groupBy } from '../recorder/group-by.ts'
import type { Tx } from '../store.ts'

/** A payload that goes, as its row had it. */
export interface GonePayload {
  event_id: Buffer
  fingerprint_number: number
  payload_state: string
  dictionary_event_id: Buffer | null
  bytes: number
}

/**
 * Takes payloads that are let go, or deleted with their events, out of all that is counted of them. Answers the events
 * that no payload is deflated against any more.
 */
export async function uncountPayloads(tx: Tx, projectId: number, gone: GonePayload[]): Promise<Buffer[]> {
  if (gone.length === 0) return []
  const samples = gone.filter((row) => row.payload_state === 'sample')
  await addSamples(
    tx,
    projectId,
    countBy(samples, (row) => row.fingerprint_number),
    -1,
  )
  const bytes = gone.reduce((sum, row) => sum + row.bytes, 0)
  await tx
    .updateTable('projects')
    .set((eb) => ({ payload_bytes: eb('payload_bytes', '-', bytes) }))
    .where('id', '=', projectId)
    .execute()
  const released = await releaseDictionaries(tx, projectId, gone)
  await forgetDictionaries(tx, projectId, gone)
  return released
}

/** Counts so many samples more, or with a `sign` of -1 fewer, of fingerprints and of the issues that they belong to. */
export async function addSamples(
  tx: Tx,
  projectId: number,
  byFingerprint: Map<number, number>,
  sign: 1 | -1,
): Promise<void> {
  if (byFingerprint.size === 0) return
  const rows = await sql<{ number: number; issue_number: number }>`
    UPDATE fingerprints SET sample_count = fingerprints.sample_count + changed.column2
    FROM (${valuesOf(byFingerprint, sign)}) AS changed
    WHERE fingerprints.project_id = ${projectId} AND fingerprints.number = changed.column1
    RETURNING number, issue_number
  `.execute(tx)
  const byIssue = new Map<number, number>()
  for (const { number, issue_number: issue } of rows.rows)
    byIssue.set(issue, (byIssue.get(issue) ?? 0) + (byFingerprint.get(number) ?? 0))
  if (byIssue.size === 0) return
  await sql`
    UPDATE issues SET sample_count = issues.sample_count + changed.column2
    FROM (${valuesOf(byIssue, sign)}) AS changed
    WHERE issues.project_id = ${projectId} AND issues.number = changed.column1
  `.execute(tx)
}

/** `column1` and `column2` are the names that both engines give. */
function valuesOf(counts: Map<number, number>, sign: 1 | -1) {
  const rows = [...counts].map(
    ([number, count]) => sql`(CAST(${number} AS BIGINT), CAST(${count * sign} AS BIGINT))`,
  )
  return sql`VALUES ${sql.join(rows)}`
}

/** Every payload that was deflated against another had its dictionary, which is not gone before it. */
async function releaseDictionaries(tx: Tx, projectId: number, gone: GonePayload[]): Promise<Buffer[]> {
  const dependents = gone.flatMap((row) => row.dictionary_event_id ?? [])
  const rows = [...groupBy(dependents, (id) => id.toString('hex')).values()].flatMap((alike) => {
    const [id] = alike
    return id === undefined ? [] : { project_id: projectId, event_id: id, payload_count: -alike.length }
  })
  if (rows.length === 0) return []
  const left = await tx
    .insertInto('payload_dictionaries')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['project_id', 'event_id']).doUpdateSet((eb) => ({
        payload_count: eb('payload_dictionaries.payload_count', '+', eb.ref('excluded.payload_count')),
      })),
    )
    .returning(['event_id', 'payload_count'])
    .execute()
  return left.filter((row) => row.payload_count === 0).map((row) => row.event_id)
}

/** Nothing is deflated any more against a payload that is gone. */
async function forgetDictionaries(tx: Tx, projectId: number, gone: GonePayload[]): Promise<void> {
  const alone = gone.filter((row) => row.dictionary_event_id === null).map((row) => row.event_id)
  if (alone.length === 0) return
  await tx
    .deleteFrom('payload_dictionaries')
    .where('project_id', '=', projectId)
    .where('event_id', 'in', alone)
    .execute()
}

export function countBy<Row>(rows: Row[], keyOf: (row: Row) => number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}
