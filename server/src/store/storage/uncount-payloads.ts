import type { BulkFind, BulkUpdate } from '../bulk/statements.ts'
import { groupBy } from '../recorder/group-by.ts'
import type { Tx } from '../store.ts'

const numbered = { project_id: 'number', number: 'number' } as const
const ownersOf = {
  select: 'f.number, f.issue_number',
  from: 'fingerprints f',
  keyed: 'f',
  keys: numbered,
} satisfies BulkFind
const addSampleCount = { keys: numbered, set: {}, raise: {}, add: { sample_count: 'number' } } as const
const addToFingerprints = { table: 'fingerprints', ...addSampleCount } satisfies BulkUpdate
const addToIssues = { table: 'issues', ...addSampleCount } satisfies BulkUpdate
const named = { project_id: 'number', event_id: 'bytes' } as const
const dictionaries = {
  select: 'd.event_id, d.payload_count',
  from: 'payload_dictionaries d',
  keyed: 'd',
  keys: named,
} satisfies BulkFind
const addToDictionaries = {
  table: 'payload_dictionaries',
  keys: named,
  set: {},
  raise: {},
  add: { payload_count: 'number' },
} satisfies BulkUpdate

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
  const keys = inOrder(byFingerprint).map(([number]) => ({ project_id: projectId, number }))
  const rows = await tx.bulk.find<{ number: number; issue_number: number }>(ownersOf, keys)
  const byIssue = new Map<number, number>()
  for (const { number, issue_number: issue } of rows)
    byIssue.set(issue, (byIssue.get(issue) ?? 0) + (byFingerprint.get(number) ?? 0))
  for (const [statement, counts] of [
    [addToFingerprints, byFingerprint],
    [addToIssues, byIssue],
  ] as const) {
    const changes = inOrder(counts).map(([number, count]) => ({
      project_id: projectId,
      number,
      sample_count: count * sign,
    }))
    await tx.bulk.update(statement, changes)
  }
}

/** Two servers that change several rows cannot wait for each other. */
function inOrder(counts: Map<number, number>): [number, number][] {
  return [...counts].toSorted(([a], [b]) => a - b)
}

/** Every payload that was deflated against another had its dictionary, which is not gone before it. */
async function releaseDictionaries(tx: Tx, projectId: number, gone: GonePayload[]): Promise<Buffer[]> {
  const dependents = gone.flatMap((row) => row.dictionary_event_id ?? [])
  const rows = [...groupBy(dependents, (id) => id.toString('hex')).values()].flatMap((alike) => {
    const [id] = alike
    return id === undefined ? [] : { project_id: projectId, event_id: id, payload_count: -alike.length }
  })
  await tx.bulk.update(addToDictionaries, rows)
  const left = await tx.bulk.find<{ event_id: Buffer; payload_count: number }>(dictionaries, rows)
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
