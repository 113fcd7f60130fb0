import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { groupBy } from './group-by.ts'
import { keepTagValues, type TagKeyRow } from './keep-tag-values.ts'
import { addToTagKeys, addToTagValues, findTagKeys, findTagValues } from './tag-statements.ts'
import { tallyTags, type TagTally } from './tally-tags.ts'

interface TaggedRecords {
  fingerprint: { number: number }
  /** Nothing is counted of it yet. */
  isNew: boolean
  records: Pick<EventRecord, 'tags' | 'occurredAtMs'>[]
}

interface OfFingerprint {
  project_id: number
  fingerprint_number: number
}

interface Tallied {
  of: OfFingerprint
  isNew: boolean
  tally: TagTally[]
}

/** Counts the tag values of each fingerprint: exact for the first values of a key, the rest together as "other". */
export async function countTags(tx: Tx, projectId: number, bound: TaggedRecords[]): Promise<void> {
  const tallied = bound.map(({ fingerprint, isNew, records }): Tallied => {
    const of = { project_id: projectId, fingerprint_number: fingerprint.number }
    return { of, isNew, tally: tallyTags(records) }
  })
  const keys = await readKeys(tx, tallied)
  const known = await readKnown(
    tx,
    tallied.filter(({ of }) => keys.has(of.fingerprint_number)),
  )
  const plans = tallied.map(({ of, tally }) => {
    const { fingerprint_number: number } = of
    return { of, plan: keepTagValues(tally, keys.get(number) ?? [], known.get(number) ?? new Map()) }
  })
  const keyRows = plans.flatMap(({ of, plan }) =>
    plan.keys.map(({ key, newValues, events, others }) => {
      return { ...of, key, value_count: newValues, event_count: events, other_count: others }
    }),
  )
  const valueRows = plans.flatMap(({ of, plan }) =>
    plan.values.map(({ key, value, events, lastSeenMs }) => {
      return { ...of, key, value, event_count: events, last_seen: lastSeenMs }
    }),
  )
  await tx.bulk.insert(addToTagKeys, keyRows)
  await tx.bulk.insert(addToTagValues, valueRows)
}

/** By fingerprint. */
async function readKeys(tx: Tx, tallied: Tallied[]): Promise<Map<number, TagKeyRow[]>> {
  const asked = tallied
    .filter(({ isNew }) => !isNew)
    .flatMap(({ of, tally }) =>
      [...new Set(tally.map(({ key }) => key))].map((key) => {
        return { ...of, key }
      }),
    )
  const rows = await tx.bulk.find<TagKeyRow & { fingerprint_number: number }>(findTagKeys, asked)
  return groupBy(rows, (row) => row.fingerprint_number)
}

/** By fingerprint and key. */
async function readKnown(tx: Tx, tallied: Tallied[]): Promise<Map<number, Map<string, Set<string>>>> {
  const asked = tallied.flatMap(({ of, tally }) =>
    tally.map(({ key, value }) => {
      return { ...of, key, value }
    }),
  )
  const rows = await tx.bulk.find<{ fingerprint_number: number; key: string; value: string }>(
    findTagValues,
    asked,
  )
  const known = new Map<number, Map<string, Set<string>>>()
  for (const [number, ofFingerprint] of groupBy(rows, (row) => row.fingerprint_number)) {
    const byKey = groupBy(ofFingerprint, ({ key }) => key)
    known.set(
      number,
      new Map([...byKey].map(([key, values]) => [key, new Set(values.map(({ value }) => value))])),
    )
  }
  return known
}
