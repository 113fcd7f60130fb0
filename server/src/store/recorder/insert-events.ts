import type { Insertable } from 'kysely'
import { encodePayload } from '../event-payload.ts'
import type { Schema } from '../schema.ts'
import type { IssueRow } from '../issue-row.ts'
import type { IssueRecords } from './bind-to-issues.ts'
import type { Dictionary } from './dictionaries.ts'
import type { EventRecord } from './event-record.ts'
import { inSlices } from './in-slices.ts'
import type { ProjectRecording } from './project-recording.ts'

/** Inserts the events with their payloads, each deflated against its issue's first event. */
export async function insertEvents(recording: ProjectRecording, bound: IssueRecords[]): Promise<void> {
  const rows: Insertable<Schema['events']>[] = []
  for (const { issue, records } of bound) {
    for (const record of records) rows.push(await eventRow(recording, issue, record))
  }
  for (const slice of inSlices(rows)) await recording.tx.insertInto('events').values(slice).execute()
}

async function eventRow(
  recording: ProjectRecording,
  issue: IssueRow,
  record: EventRecord,
): Promise<Insertable<Schema['events']>> {
  const dictionary = await dictionaryFor(recording, issue, record)
  const { codec, payload } = encodePayload(record.json, dictionary?.json)
  return {
    project_id: recording.projectId,
    event_id: record.eventId,
    issue_number: issue.number,
    occurred_at: record.occurredAtMs,
    received_at: record.receivedAtMs,
    title: record.title,
    release: record.release ?? null,
    environment: record.environment ?? null,
    user_label: record.userLabel ?? null,
    codec,
    dictionary_event_id: dictionary?.eventId ?? null,
    payload,
  }
}

async function dictionaryFor(
  { tx, dictionaries, projectId }: ProjectRecording,
  issue: IssueRow,
  record: EventRecord,
): Promise<Dictionary | undefined> {
  if (!issue.dictionary_event_id.equals(record.eventId)) {
    return dictionaries.read(tx, projectId, issue.number, issue.dictionary_event_id)
  }
  dictionaries.remember(projectId, issue.number, { eventId: record.eventId, json: Buffer.from(record.json) })
  return undefined
}
