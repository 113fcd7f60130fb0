import { createHash } from 'node:crypto'
import type { EventRecord, NewestFingerprint } from '../recorder/event-record.ts'

/** The hour in which everything happens unless a test says otherwise. */
export const noon = Date.UTC(2026, 5, 15, 12)

/** An event as decoding hands it over. `id` and `bug` name what tells events and issues apart. */
export function aRecord({
  id = 'event 1',
  bug = 'bug 1',
  ...changes
}: Partial<EventRecord> & { id?: string; bug?: string } = {}): EventRecord {
  const eventId = anEventId(id)
  const occurredAtMs = changes.occurredAtMs ?? noon
  return {
    projectId: 1,
    eventId,
    occurredAtMs,
    receivedAtMs: occurredAtMs,
    fingerprint: aFingerprint(bug),
    olderFingerprints: [],
    title: `TypeError: ${bug}`,
    type: 'TypeError',
    value: bug,
    culprit: 'cart.ts in total',
    level: 'error',
    platform: 'node',
    handling: 'handled',
    release: undefined,
    environment: undefined,
    userLabel: undefined,
    userHash: undefined,
    tags: {},
    sampleKey: 0,
    json: JSON.stringify({ event_id: eventId.toString('hex'), message: id }),
    ...changes,
  }
}

export function aFingerprint(bug: string, changes: Partial<NewestFingerprint> = {}): NewestFingerprint {
  return {
    version: 1,
    hash: aHash(bug),
    tier: 'exception',
    parts: '[]',
    unruledHash: undefined,
    stackHash: undefined,
    likenessHash: undefined,
    chain: undefined,
    ...changes,
  }
}

export function aHash(name: string): Buffer {
  return sixteenBytes(name)
}

export function anEventId(name: string): Buffer {
  return sixteenBytes(`event ${name}`)
}

export function aUser(name: string): Pick<EventRecord, 'userLabel' | 'userHash'> {
  return { userLabel: name, userHash: sixteenBytes(`user ${name}`) }
}

function sixteenBytes(name: string): Buffer {
  return createHash('sha256').update(name).digest().subarray(0, 16)
}
