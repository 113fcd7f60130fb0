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
  const maybeKnown: ValueRow[] = []
  const fresh: ValueRow[] = []
  for (const { fingerprint, isNew, records } of bound) {
    const to = isNew ? fresh : maybeKnown
    for (const { key, value, events, lastSeenMs } of tallyTags(records)) {
      to.push({
        project_id: projectId,
        fingerprint_number: fingerprint.number,
        key,
        value,
        event_count: events,
        last_seen: lastSeenMs,
      })
    }
  }
  // Nearly all are known, and then nothing needs to be read.
  for (const row of await tx.bulk.updateKnown(countKnownValues, maybeKnown)) fresh.push(row)
  await keepFresh(tx, fresh)
}

/** Counts by name those that there is room for, and in their keys what becomes of all. */
async function keepFresh(tx: Tx, fresh: ValueRow[]): Promise<void> {
  if (fresh.length === 0) return
  const byKey = [...groupBy(fresh, keyOf).values()]
  const keys = byKey.flatMap(([first]) => first ?? [])
  const known = await tx.bulk.find<Pick<KeyRow, 'fingerprint_number' | 'key' | 'value_count'>>(
    findTagKeys,
    keys.map(({ project_id, fingerprint_number, key }) => ({ project_id, fingerprint_number, key })),
  )
  const counts = new Map(known.map((row) => [keyOf(row), row.value_count]))
  const keyRows: KeyRow[] = []
  const kept: ValueRow[] = []
  for (const ofKey of byKey) {
    const [first] = ofKey
    if (first === undefined) continue
    const { project_id, fingerprint_number, key } = first
    const { values, others } = keepTagValues(ofKey, counts.get(keyOf(first)) ?? 0)
    keyRows.push({
      project_id,
      fingerprint_number,
      key,
      value_count: values.length,
      other_count: others,
    })
    for (const row of values) kept.push(row)
  }
  await tx.bulk.insert(addToTagKeys, keyRows)
  await tx.bulk.insert(insertTagValues, kept)
}

function keyOf({ fingerprint_number, key }: Pick<KeyRow, 'fingerprint_number' | 'key'>): string {
  return `${fingerprint_number} ${key}`
}
