import type { EventRecord } from '../recorder/event-record.ts'

/** What counting needs of an event that moves from one fingerprint to another. It crosses threads: bytes are hex. */
export interface MovedEvent {
  eventId: string
  occurredAtMs: number
  release: string | null
  tags: Record<string, string>
  userHash: string | undefined
}

export function asCounted(moved: MovedEvent): Pick<EventRecord, 'occurredAtMs' | 'release' | 'tags'> {
  return { occurredAtMs: moved.occurredAtMs, release: moved.release ?? undefined, tags: moved.tags }
}
