import { groupBy } from '../recorder/group-by.ts'
import { tallyTags, type TagTally } from '../recorder/tally-tags.ts'
import type { Tx } from '../store.ts'
import { asCounted, type MovedEvent } from './moved-event.ts'

const hourMs = 3_600_000

/** Takes events that have left a fingerprint out of its hours and tags, and out of their number. */
export async function uncountEvents(
  tx: Tx,
  projectId: number,
  number: number,
  moved: MovedEvent[],
): Promise<void> {
  await tx
    .updateTable('fingerprints')
    .set((eb) => ({ event_count: eb('event_count', '-', moved.length) }))
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
  await uncountHours(tx, projectId, number, moved)
  const byKey = groupBy(tallyTags(moved.map(asCounted)), (row) => row.key)
  for (const [key, tally] of byKey) await uncountKey(tx, projectId, number, { key, tally })
}

async function uncountHours(tx: Tx, projectId: number, number: number, moved: MovedEvent[]): Promise<void> {
  const byHour = groupBy(moved, ({ occurredAtMs }) => occurredAtMs - (occurredAtMs % hourMs))
  for (const [hour, ofHour] of byHour) {
    await tx
      .updateTable('fingerprint_hours')
      .set((eb) => ({ event_count: eb('event_count', '-', ofHour.length) }))
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', number)
      .where('hour', '=', hour)
      .execute()
  }
  await tx
    .deleteFrom('fingerprint_hours')
    .where('project_id', '=', projectId)
    .where('fingerprint_number', '=', number)
    .where('event_count', '<=', 0)
    .execute()
}

/** A value that is not counted by name is among the others of its key. */
async function uncountKey(
  tx: Tx,
  projectId: number,
  number: number,
  { key, tally }: { key: string; tally: TagTally[] },
): Promise<void> {
  const named = await readNamed(tx, projectId, number, { key, tally })
  for (const { value, events } of tally.filter((row) => named.has(row.value))) {
    await tx
      .updateTable('fingerprint_tags')
      .set((eb) => ({ event_count: eb('event_count', '-', events) }))
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', number)
      .where('key', '=', key)
      .where('value', '=', value)
      .execute()
  }
  const gone = await tx
    .deleteFrom('fingerprint_tags')
    .where('project_id', '=', projectId)
    .where('fingerprint_number', '=', number)
    .where('key', '=', key)
    .where('event_count', '<=', 0)
    .returning('value')
    .execute()
  const others = sumOf(tally.filter((row) => !named.has(row.value)))
  await tx
    .updateTable('fingerprint_tag_keys')
    .set((eb) => ({
      other_count: eb('other_count', '-', others),
      value_count: eb('value_count', '-', gone.length),
    }))
    .where('project_id', '=', projectId)
    .where('fingerprint_number', '=', number)
    .where('key', '=', key)
    .execute()
  await tx
    .deleteFrom('fingerprint_tag_keys')
    .where('project_id', '=', projectId)
    .where('fingerprint_number', '=', number)
    .where('key', '=', key)
    .where('value_count', '<=', 0)
    .where('other_count', '<=', 0)
    .execute()
}

async function readNamed(
  tx: Tx,
  projectId: number,
  number: number,
  { key, tally }: { key: string; tally: TagTally[] },
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('fingerprint_tags')
    .select('value')
    .where('project_id', '=', projectId)
    .where('fingerprint_number', '=', number)
    .where('key', '=', key)
    .where(
      'value',
      'in',
      tally.map((row) => row.value),
    )
    .execute()
  return new Set(rows.map((row) => row.value))
}

function sumOf(tally: TagTally[]): number {
  return tally.reduce((sum, row) => sum + row.events, 0)
}
