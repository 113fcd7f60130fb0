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
  for (const { issue, fingerprints } of bound) {
    for (const { fingerprint, records } of fingerprints) {
      for (const record of records) {
        const packed = await pack(recording, issue, record)
        rows.push({ ...rowOf(record, fingerprint.number), ...packed })
      }
    }
  }
  for (const slice of inSlices(rows)) await recording.tx.insertInto('events').values(slice).execute()
}

function rowOf(record: EventRecord, fingerprintNumber: number) {
  return {
    project_id: record.projectId,
    event_id: record.eventId,
    fingerprint_number: fingerprintNumber,
    occurred_at: record.occurredAtMs,
    received_at: record.receivedAtMs,
    title: record.title,
    release: record.release ?? null,
    environment: record.environment ?? null,
    user_label: record.userLabel ?? null,
    sample_key: 0,
  }
}

async function pack(recording: ProjectRecording, issue: IssueRow, record: EventRecord) {
  const dictionary = await dictionaryFor(recording, issue, record)
  const { codec, payload } = encodePayload(record.json, dictionary?.json)
  return {
    payload_state: dictionary === undefined ? ('first' as const) : ('sample' as const),
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
