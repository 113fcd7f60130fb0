import type { PayloadState } from '../../domain/storage/index.ts'
import type { BulkInsert, BulkRow } from '../bulk/statements.ts'
import { encodePayload } from '../event-payload.ts'
import type { EventRecord } from './event-record.ts'
import type { PlannedIssue } from './plan-payloads.ts'
import type { ProjectRecording } from './project-recording.ts'

const insertAll = {
  table: 'events',
  columns: {
    project_id: 'number',
    event_id: 'bytes',
    fingerprint_number: 'number',
    occurred_at: 'number',
    received_at: 'number',
    title: 'text',
    release: 'text',
    environment: 'text',
    user_label: 'text',
    sample_key: 'number',
    payload_state: 'text',
    codec: 'text',
    dictionary_event_id: 'bytes',
    payload: 'bytes',
  },
  onConflict: '',
} satisfies BulkInsert

type EventInsert = BulkRow<typeof insertAll.columns>

/** Inserts the events with the payloads that are kept. Answers the bytes of these, as they are stored. */
export async function insertEvents(
  { tx }: Pick<ProjectRecording, 'tx'>,
  planned: PlannedIssue[],
): Promise<{ payloadBytes: number }> {
  const rows: EventInsert[] = []
  for (const issue of planned) {
    for (const { fingerprint, records } of issue.fingerprints) {
      for (const record of records)
        rows.push({ ...rowOf(record, fingerprint.number), ...pack(issue, record) })
    }
  }
  await tx.bulk.insert(insertAll, rows)
  return { payloadBytes: rows.reduce((sum, { payload }) => sum + (payload?.byteLength ?? 0), 0) }
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
    sample_key: record.sampleKey,
  }
}

type Packed = Pick<EventInsert, 'payload_state' | 'codec' | 'dictionary_event_id' | 'payload'>

function pack({ states, dictionary, isNewDictionary }: PlannedIssue, record: EventRecord): Packed {
  const state: PayloadState = states.get(record) ?? 'over_issue_budget'
  if (state === 'over_issue_budget')
    return { payload_state: state, codec: null, dictionary_event_id: null, payload: null }
  const standsAlone = isNewDictionary && dictionary.eventId.equals(record.eventId)
  return {
    payload_state: state,
    dictionary_event_id: standsAlone ? null : dictionary.eventId,
    ...encodePayload(record.json, standsAlone ? undefined : dictionary.json),
  }
}
