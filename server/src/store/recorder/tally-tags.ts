import type { EventRecord } from './event-record.ts'

/** One tag value in the records of one fingerprint. */
export interface TagTally {
  key: string
  value: string
  events: number
  lastSeenMs: number
}

export function tallyTags(records: Pick<EventRecord, 'tags' | 'occurredAtMs'>[]): TagTally[] {
  const byKey = new Map<string, Map<string, TagTally>>()
  const tallies: TagTally[] = []
  for (const { tags, occurredAtMs } of records) {
    for (const [key, value] of Object.entries(tags)) {
      const ofKey = byKey.get(key) ?? new Map<string, TagTally>()
      byKey.set(key, ofKey)
      const tally = ofKey.get(value)
      if (tally === undefined) {
        const first = { key, value, events: 1, lastSeenMs: occurredAtMs }
        ofKey.set(value, first)
        tallies.push(first)
      } else {
        tally.events += 1
        tally.lastSeenMs = Math.max(tally.lastSeenMs, occurredAtMs)
      }
    }
  }
  return tallies
}
