import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { keepTagValues, type TagKeyRow } from './keep-tag-values.ts'
import { inSlices } from './in-slices.ts'
import { tallyTags, type TagTally } from './tally-tags.ts'

interface TaggedRecords {
  fingerprint: { number: number }
  /** Nothing is counted of it yet. */
  isNew: boolean
  records: Pick<EventRecord, 'tags' | 'occurredAtMs'>[]
}

/** Counts the tag values of each fingerprint: exact for the first values of a key, the rest together as "other". */
export async function countTags(tx: Tx, projectId: number, bound: TaggedRecords[]): Promise<void> {
  for (const { fingerprint, records, isNew } of bound) {
    const tally = tallyTags(records)
    if (tally.length === 0) continue
    const keys = isNew ? [] : await readKeys(tx, projectId, fingerprint.number, tally)
    const known =
      keys.length === 0 ? new Set<string>() : await readKnown(tx, projectId, fingerprint.number, tally)
    const plan = keepTagValues(tally, keys, known)
    await addToKeys(tx, projectId, fingerprint.number, plan.keys)
    await addToValues(tx, projectId, fingerprint.number, plan.values)
  }
}

async function readKeys(
  tx: Tx,
  projectId: number,
  fingerprintNumber: number,
  tally: TagTally[],
): Promise<TagKeyRow[]> {
  const rows: TagKeyRow[] = []
  for (const slice of inSlices([...new Set(tally.map((row) => row.key))])) {
    const ofSlice = await tx
      .selectFrom('fingerprint_tag_keys')
      .select(['key', 'value_count'])
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', fingerprintNumber)
      .where('key', 'in', slice)
      .execute()
    rows.push(...ofSlice)
  }
  return rows
}

async function readKnown(
  tx: Tx,
  projectId: number,
  fingerprintNumber: number,
  tally: TagTally[],
): Promise<Set<string>> {
  const known = new Set<string>()
  for (const slice of inSlices(tally)) {
    const rows = await tx
      .selectFrom('fingerprint_tags')
      .select(['key', 'value'])
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', fingerprintNumber)
      .where('key', 'in', [...new Set(slice.map((row) => row.key))])
      .where('value', 'in', [...new Set(slice.map((row) => row.value))])
      .execute()
    for (const row of rows) known.add(JSON.stringify([row.key, row.value]))
  }
  return known
}

async function addToKeys(
  tx: Tx,
  projectId: number,
  fingerprintNumber: number,
  keys: { key: string; newValues: number; events: number; others: number }[],
): Promise<void> {
  const rows = keys.map(({ key, newValues, events, others }) => ({
    project_id: projectId,
    fingerprint_number: fingerprintNumber,
    key,
    value_count: newValues,
    event_count: events,
    other_count: others,
  }))
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('fingerprint_tag_keys')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'fingerprint_number', 'key']).doUpdateSet((eb) => ({
          value_count: eb('fingerprint_tag_keys.value_count', '+', eb.ref('excluded.value_count')),
          event_count: eb('fingerprint_tag_keys.event_count', '+', eb.ref('excluded.event_count')),
          other_count: eb('fingerprint_tag_keys.other_count', '+', eb.ref('excluded.other_count')),
        })),
      )
      .execute()
  }
}

async function addToValues(
  tx: Tx,
  projectId: number,
  fingerprintNumber: number,
  values: TagTally[],
): Promise<void> {
  const rows = values.map(({ key, value, events, lastSeenMs }) => ({
    project_id: projectId,
    fingerprint_number: fingerprintNumber,
    key,
    value,
    event_count: events,
    last_seen: lastSeenMs,
  }))
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('fingerprint_tags')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'fingerprint_number', 'key', 'value']).doUpdateSet((eb) => ({
          event_count: eb('fingerprint_tags.event_count', '+', eb.ref('excluded.event_count')),
          last_seen: eb
            .case()
            .when(eb.ref('excluded.last_seen'), '>', eb.ref('fingerprint_tags.last_seen'))
            .then(eb.ref('excluded.last_seen'))
            .else(eb.ref('fingerprint_tags.last_seen'))
            .end(),
        })),
      )
      .execute()
  }
}
