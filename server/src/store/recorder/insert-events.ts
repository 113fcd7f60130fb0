import type { Insertable } from 'kysely'
import { encodePayload } from '../event-payload.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { IssueRecords, IssueRow } from './bind-to-issues.ts'
import type { Dictionaries, Dictionary } from './dictionaries.ts'
import type { EventRecord } from './event-record.ts'
import { inSlices } from './in-slices.ts'

/** Inserts the events with their payloads, each deflated against its issue's first event. */
export async function insertEvents(
  tx: Tx,
  dictionaries: Dictionaries,
  projectId: number,
  bound: IssueRecords[],
): Promise<void> {
  const rows: Insertable<Schema['events']>[] = []
  for (const { issue, records } of bound) {
    for (const record of records) rows.push(await eventRow(tx, dictionaries, projectId, issue, record))
  }
  for (const slice of inSlices(rows)) await tx.insertInto('events').values(slice).execute()
}

async function eventRow(
  tx: Tx,
  dictionaries: Dictionaries,
  projectId: number,
  issue: IssueRow,
  record: EventRecord,
): Promise<Insertable<Schema['events']>> {
  const dictionary = await dictionaryFor(tx, dictionaries, projectId, issue, record)
  const { codec, payload } = encodePayload(record.json, dictionary?.json)
  return {
    project_id: projectId,
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
  tx: Tx,
  dictionaries: Dictionaries,
  projectId: number,
  issue: IssueRow,
  record: EventRecord,
): Promise<Dictionary | undefined> {
  if (!issue.dictionary_event_id.equals(record.eventId)) {
    return dictionaries.read(tx, projectId, issue.number, issue.dictionary_event_id)
  }
  dictionaries.remember(projectId, issue.number, { eventId: record.eventId, json: Buffer.from(record.json) })
  return undefined
}
