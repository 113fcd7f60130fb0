import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Reader } from './store.ts'

export interface EventPlace {
  event_id: Buffer
  occurred_at: number
}

/** The first or last event of an issue by time; undefined when it has none. */
export function readEnd(
  reader: Reader,
  key: IssueKey,
  end: 'oldest' | 'latest',
): Promise<EventPlace | undefined> {
  return ordered(reader, key, end === 'oldest' ? 'asc' : 'desc').executeTakeFirst()
}

/** The event before or after one, in the order of time and then id. */
export function readNeighbour(
  reader: Reader,
  key: IssueKey,
  { event_id, occurred_at }: EventPlace,
  side: 'older' | 'newer',
): Promise<EventPlace | undefined> {
  const comparison = side === 'older' ? '<' : '>'
  return ordered(reader, key, side === 'older' ? 'desc' : 'asc')
    .where((eb) =>
      eb.or([
        eb('occurred_at', comparison, occurred_at),
        eb.and([eb('occurred_at', '=', occurred_at), eb('event_id', comparison, event_id)]),
      ]),
    )
    .executeTakeFirst()
}

function ordered(reader: Reader, { projectId, number }: IssueKey, direction: 'asc' | 'desc') {
  return reader
    .selectFrom('events')
    .select(['event_id', 'occurred_at'])
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('occurred_at', direction)
    .orderBy('event_id', direction)
    .limit(1)
}
