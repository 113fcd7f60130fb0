import type { Event } from '../domain/event/event.ts'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import { decodePayload } from './event-payload.ts'
import { numbersOf } from './issue-fingerprints.ts'
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

/** One event of an issue with its payload; undefined when the issue has no such event. */
export async function readEvent(
  reader: Reader,
  { projectId, number }: IssueKey,
  eventId: Buffer,
): Promise<{ event: Event; occurred_at: number } | undefined> {
  const row = await reader
    .selectFrom('events')
    .select(['codec', 'payload', 'dictionary_event_id', 'occurred_at'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const dictionary = row.dictionary_event_id && (await readJson(reader, projectId, row.dictionary_event_id))
  const json = decodePayload(row.codec, row.payload, dictionary ?? undefined)
  // We wrote it: it is the normalised event that the recorder was given.
  return { event: JSON.parse(json.toString()) as Event, occurred_at: row.occurred_at }
}

async function readJson(reader: Reader, projectId: number, eventId: Buffer): Promise<Buffer | undefined> {
  const row = await reader
    .selectFrom('events')
    .select(['codec', 'payload'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row && decodePayload(row.codec, row.payload)
}
