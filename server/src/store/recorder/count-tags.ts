import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { groupBy } from './group-by.ts'
import { keepTagValues } from './keep-tag-values.ts'
import { addToTagKeys, countKnownValues, findTagKeys, insertTagValues } from './tag-statements.ts'
import { tallyTags } from './tally-tags.ts'

interface TaggedRecords {
  fingerprint: { number: number }
  /** Nothing is counted of it yet. */
  isNew: boolean
  records: Pick<EventRecord, 'tags' | 'occurredAtMs'>[]
}

interface KeyRow {
  project_id: number
  fingerprint_number: number
  key: string
  value_count: number
  event_count: number
  other_count: number
}

interface ValueRow {
  project_id: number
  fingerprint_number: number
  key: string
  value: string
  event_count: number
  last_seen: number
}

/** Counts the tag values of each fingerprint: exact for the first values of a key, the rest together as "other". */
export async function countTags(tx: Tx, projectId: number, bound: TaggedRecords[]): Promise<void> {
  const keys: KeyRow[] = []
  const maybeKnown: ValueRow[] = []
  const fresh: ValueRow[] = []
  for (const { fingerprint, isNew, records } of bound) {
    const rows = tallyRows(projectId, fingerprint.number, records)
    for (const row of rows.keys) keys.push(row)
    for (const row of rows.values) (isNew ? fresh : maybeKnown).push(row)
  }
  // Nearly all are known, and then nothing needs to be read.
  for (const row of await tx.bulk.updateKnown(countKnownValues, maybeKnown)) fresh.push(row)
  const kept = await keepFresh(tx, keys, fresh)
  await tx.bulk.insert(addToTagKeys, keys)
  await tx.bulk.insert(insertTagValues, kept)
}

function tallyRows(
  projectId: number,
  fingerprintNumber: number,
  records: TaggedRecords['records'],
): { keys: KeyRow[]; values: ValueRow[] } {
  const keys = new Map<string, KeyRow>()
  const values: ValueRow[] = []
  for (const { key, value, events, lastSeenMs } of tallyTags(records)) {
    const of = { project_id: projectId, fingerprint_number: fingerprintNumber, key }
    values.push({ ...of, value, event_count: events, last_seen: lastSeenMs })
    const ofKey = keys.get(key)
    if (ofKey === undefined) keys.set(key, { ...of, value_count: 0, event_count: events, other_count: 0 })
    else ofKey.event_count += events
  }
  return { keys: [...keys.values()], values }
}

/** Answers the new values that are counted by name, and counts in their keys what becomes of all. */
async function keepFresh(tx: Tx, keys: KeyRow[], fresh: ValueRow[]): Promise<ValueRow[]> {
  if (fresh.length === 0) return []
  const byKey = groupBy(fresh, keyOf)
  const ofFresh = keys.filter((row) => byKey.has(keyOf(row)))
  const known = await tx.bulk.find<Pick<KeyRow, 'fingerprint_number' | 'key' | 'value_count'>>(
    findTagKeys,
    ofFresh.map(({ project_id, fingerprint_number, key }) => ({ project_id, fingerprint_number, key })),
  )
  const counts = new Map(known.map((row) => [keyOf(row), row.value_count]))
  return ofFresh.flatMap((row) => {
    const id = keyOf(row)
    const { values, others } = keepTagValues(byKey.get(id) ?? [], counts.get(id) ?? 0)
    row.value_count = values.length
    row.other_count = others
    return values
  })
}

function keyOf({ fingerprint_number, key }: Pick<KeyRow, 'fingerprint_number' | 'key'>): string {
  return `${fingerprint_number} ${key}`
}
