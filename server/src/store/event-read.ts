import type { Event } from '../domain/event/event.ts'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import { unpackPayload } from './event-payload.ts'
import { numbersOf } from './issue-fingerprints.ts'
import { eventColumns, type EventRow } from './issue-events.ts'
import type { Reader } from './store.ts'

/** Whether the event is one of the issue's. */
export async function hasEvent(
  reader: Reader,
  { projectId, number }: IssueKey,
  eventId: Buffer,
): Promise<boolean> {
  const row = await reader
    .selectFrom('events')
    .select('event_id')
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .executeTakeFirst()
  return row !== undefined
}

/** What is known of an event; `event` is undefined when its payload was let go. */
export interface ReadEvent {
  row: EventRow
  event: Event | undefined
}

/** One event of an issue with its payload; undefined when the issue has no such event. */
export async function readEvent(
  reader: Reader,
  { projectId, number }: IssueKey,
  eventId: Buffer,
): Promise<ReadEvent | undefined> {
  const row = await reader
    .selectFrom('events')
    .select([...eventColumns, 'codec', 'payload', 'dictionary_event_id'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const dictionary = row.dictionary_event_id && (await readJson(reader, projectId, row.dictionary_event_id))
  const json = unpackPayload(row, dictionary ?? undefined)
  // We wrote it: it is the normalised event that the recorder was given.
  return { row, event: json && (JSON.parse(json.toString()) as Event) }
}

async function readJson(reader: Reader, projectId: number, eventId: Buffer): Promise<Buffer | undefined> {
  const row = await reader
    .selectFrom('events')
    .select(['codec', 'payload'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row && unpackPayload(row)
}
