import type { FingerprintRow } from '../fingerprint-row.ts'
import { countHours } from '../recorder/count-hours.ts'
import { countTags } from '../recorder/count-tags.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import { summaryAfter } from '../recorder/summary-after.ts'
import { recountIssues } from '../regroup/recount-issues.ts'
import { readIssues } from '../regroup/save-issues.ts'
import { shareWords } from '../search/share-words.ts'
import { defineUnit, type Tx } from '../store.ts'
import { addSamples } from '../storage/uncount-payloads.ts'
import { asCounted, type MovedEvent } from './moved-event.ts'
import { uncountEvents } from './uncount-events.ts'

export interface MoveInput {
  projectId: number
  from: number
  to: number
  events: MovedEvent[]
}

/** Moves a slice of events from one fingerprint to another, with all that is counted of them. */
export const moveEvents = defineUnit(
  'regroup-by-rules.move-events',
  async (tx, input: MoveInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, input.projectId)
    const rows = await readFingerprints(tx, input.projectId, [input.to, input.from])
    const [to, from] = [rows.get(input.to), rows.get(input.from)]
    if (to === undefined || from === undefined) return
    await moveInto(tx, to, from, input.events)
    await shareWords(tx, dialect, input.projectId, input)
  },
)

/** The same within a unit. Users whom the other has none of any more are still to be settled. */
export async function moveInto(
  tx: Tx,
  to: FingerprintRow,
  from: FingerprintRow,
  events: MovedEvent[],
): Promise<void> {
  const projectId = to.project_id
  const { moved, samples } = await takeEvents(tx, to, from, events)
  if (moved.length === 0) return
  const counted = moved.map(asCounted)
  await uncountEvents(tx, projectId, from.number, moved)
  await countHours(tx, projectId, [{ fingerprint: to, records: counted }])
  await countTags(tx, projectId, [{ fingerprint: to, isNew: to.event_count === 0, records: counted }])
  await addUsers(tx, to, moved)
  await tx
    .updateTable('fingerprints')
    .set(summaryAfter(to, counted))
    .where('project_id', '=', projectId)
    .where('number', '=', to.number)
    .execute()
  if (samples > 0) {
    await addSamples(tx, projectId, new Map([[from.number, samples]]), -1)
    await addSamples(tx, projectId, new Map([[to.number, samples]]), 1)
  }
  const rows = await readIssues(tx, projectId, [from.issue_number, to.issue_number])
  const known = [...rows.values()]
  await recountIssues(
    tx,
    projectId,
    known.map(({ number }) => ({ number, known })),
  )
}

/** Whether any of them still is where it was read. */
export async function hasAny(tx: Tx, from: FingerprintRow, events: MovedEvent[]): Promise<boolean> {
  const row = await tx
    .selectFrom('events')
    .select('event_id')
    .where('project_id', '=', from.project_id)
    .where('fingerprint_number', '=', from.number)
    .where('event_id', 'in', idsOf(events))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function takeEvents(
  tx: Tx,
  to: FingerprintRow,
  from: FingerprintRow,
  events: MovedEvent[],
): Promise<{ moved: MovedEvent[]; samples: number }> {
  const rows = await tx
    .updateTable('events')
    .set({ fingerprint_number: to.number })
    .where('project_id', '=', to.project_id)
    .where('fingerprint_number', '=', from.number)
    .where('event_id', 'in', idsOf(events))
    .returning(['event_id', 'payload_state'])
    .execute()
  const taken = new Set(rows.map((row) => row.event_id.toString('hex')))
  return {
    moved: events.filter(({ eventId }) => taken.has(eventId)),
    samples: rows.filter((row) => row.payload_state === 'sample').length,
  }
}

function idsOf(events: MovedEvent[]): Buffer[] {
  return events.map(({ eventId }) => Buffer.from(eventId, 'hex'))
}

async function addUsers(tx: Tx, to: FingerprintRow, moved: MovedEvent[]): Promise<void> {
  const hashes = [...new Set(moved.flatMap(({ userHash }) => userHash ?? []))]
  if (hashes.length === 0) return
  await tx
    .insertInto('fingerprint_users')
    .values(
      hashes.map((hash) => ({
        project_id: to.project_id,
        fingerprint_number: to.number,
        user_hash: Buffer.from(hash, 'hex'),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
