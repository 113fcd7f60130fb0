import type { EventRecord } from './event-record.ts'

/** One tag value in the records of one fingerprint. */
export interface TagTally {
  key: string
  value: string
  events: number
  lastSeenMs: number
}

export function tallyTags(records: Pick<EventRecord, 'tags' | 'occurredAtMs'>[]): TagTally[] {
  const tallies = new Map<string, TagTally>()
  for (const record of records) {
    for (const [key, value] of Object.entries(record.tags)) {
      const id = JSON.stringify([key, value])
      const tally = tallies.get(id)
      if (tally === undefined) tallies.set(id, { key, value, events: 1, lastSeenMs: record.occurredAtMs })
      else {
        tally.events += 1
        tally.lastSeenMs = Math.max(tally.lastSeenMs, record.occurredAtMs)
      }
    }
  }
  return [...tallies.values()]
}
