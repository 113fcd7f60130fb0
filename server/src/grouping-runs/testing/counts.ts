import type { Reader } from '../../store/store.ts'
import { scanEvents } from '../../store/regroup-by-rules/scan-events.ts'
import { movedEventOf } from '../moved-event-of.ts'
import { projectId } from './a-lab.ts'

export interface Counts {
  events: number
  firstSeen: number
  lastSeen: number
  hours: Record<string, number>
  tags: Record<string, [events: number, lastSeen: number]>
  keys: Record<string, [values: number, others: number]>
  users: string[]
}

/** What is counted of each fingerprint that has events. */
export async function readCounts(reader: Reader): Promise<Map<number, Counts>> {
  const counts = new Map<number, Counts>()
  const of = (number: number): Counts => {
    const known = counts.get(number) ?? aCount()
    counts.set(number, known)
    return known
  }
  const fingerprints = await reader.selectFrom('fingerprints').selectAll().orderBy('number').execute()
  for (const row of fingerprints)
    Object.assign(of(row.number), {
      events: row.event_count,
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
    })
  const hours = await reader.selectFrom('fingerprint_hours').selectAll().execute()
  for (const row of hours) of(row.fingerprint_number).hours[row.hour] = row.event_count
  const tags = await reader.selectFrom('fingerprint_tags').selectAll().execute()
  for (const row of tags)
    of(row.fingerprint_number).tags[`${row.key}=${row.value}`] = [row.event_count, row.last_seen]
  const keys = await reader.selectFrom('fingerprint_tag_keys').selectAll().execute()
  for (const row of keys) of(row.fingerprint_number).keys[row.key] = [row.value_count, row.other_count]
  const users = await reader.selectFrom('fingerprint_users').selectAll().execute()
  for (const row of users) of(row.fingerprint_number).users.push(row.user_hash.toString('hex'))
  for (const each of counts.values()) each.users.sort()
  return counts
}

/** The same, counted plainly from the stored events. */
export async function recount(reader: Reader): Promise<Map<number, Counts>> {
  const counts = new Map<number, Counts>()
  const scan = scanEvents(reader, projectId)
  const page = await scan.ofProject(undefined, 10_000)
  const scanned = page.events.toSorted((a, b) => a.fingerprint - b.fingerprint)
  for (const event of scanned) {
    const count = counts.get(event.fingerprint) ?? aCount()
    counts.set(event.fingerprint, count)
    const { occurredAtMs: at, tags, userHash } = movedEventOf(event)
    count.events += 1
    count.firstSeen = Math.min(count.firstSeen || at, at)
    count.lastSeen = Math.max(count.lastSeen, at)
    const hour = at - (at % 3_600_000)
    count.hours[hour] = (count.hours[hour] ?? 0) + 1
    for (const [key, value] of Object.entries(tags)) {
      const [events, lastSeen] = count.tags[`${key}=${value}`] ?? [0, 0]
      const [values] = count.keys[key] ?? [0, 0]
      count.tags[`${key}=${value}`] = [events + 1, Math.max(lastSeen, at)]
      count.keys[key] = [values + (events === 0 ? 1 : 0), 0]
    }
    if (userHash !== undefined && !count.users.includes(userHash)) count.users.push(userHash)
  }
  for (const each of counts.values()) each.users.sort()
  return counts
}

function aCount(): Counts {
  return { events: 0, firstSeen: 0, lastSeen: 0, hours: {}, tags: {}, keys: {}, users: [] }
}
