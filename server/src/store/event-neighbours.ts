import type { IssueKey } from '../domain/issue/issue-id.ts'
import { walkEvents, type EventPlace } from './issue-events.ts'
import type { Reader } from './store.ts'

/** The first or last event of an issue by time; undefined when it has none. */
export async function readEnd(
  reader: Reader,
  key: IssueKey,
  end: 'oldest' | 'latest',
): Promise<EventPlace | undefined> {
  const direction = end === 'oldest' ? 'newer' : 'older'
  const [first] = await walkEvents(reader, key, { direction, limit: 1 })
  return first
}

/** The event before or after one, in the order of time and then id. */
export async function readNeighbour(
  reader: Reader,
  key: IssueKey,
  from: EventPlace,
  side: 'older' | 'newer',
): Promise<EventPlace | undefined> {
  const [first] = await walkEvents(reader, key, { direction: side, from, limit: 1 })
  return first
}
