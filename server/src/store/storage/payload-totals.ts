import type { Reader } from '../store.ts'

/** What tells whether anything has come to a project, and how much it keeps. */
export interface PayloadTotal {
  projectId: number
  /** Of payloads, as they are stored. */
  bytes: number
  lastEventAt: number | null
}

export async function readPayloadTotals(reader: Reader): Promise<PayloadTotal[]> {
  const rows = await reader.selectFrom('projects').select(['id', 'payload_bytes', 'last_event_at']).execute()
  return rows.map((row) => ({
    projectId: row.id,
    bytes: row.payload_bytes,
    lastEventAt: row.last_event_at,
  }))
}
