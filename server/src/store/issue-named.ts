import { readEventId } from '../domain/event/event-id.ts'
import { parseIssueName, type IssueKey } from '../domain/issue/issue-id.ts'
import { findIssue } from './issue-find.ts'
import type { Reader } from './store.ts'

/** The issues that a word names: the one whose id or short id it is, or those that have the event of that id. */
export async function findNamedBy(reader: Reader, projectIds: number[], word: string): Promise<IssueKey[]> {
  const name = parseIssueName(word)
  if (name !== undefined) {
    const issue = await findIssue(reader, name)
    return issue ? [{ projectId: issue.project_id, number: issue.number }] : []
  }
  const eventId = readEventId(word)
  return eventId === undefined ? [] : findByEvent(reader, projectIds, Buffer.from(eventId, 'hex'))
}

async function findByEvent(reader: Reader, projectIds: number[], eventId: Buffer): Promise<IssueKey[]> {
  const rows = await reader
    .selectFrom('events as e')
    .innerJoin('fingerprints as f', (join) =>
      join.onRef('f.project_id', '=', 'e.project_id').onRef('f.number', '=', 'e.fingerprint_number'),
    )
    .select(['f.project_id', 'f.issue_number'])
    .where('e.project_id', 'in', projectIds)
    .where('e.event_id', '=', eventId)
    .execute()
  return rows.map((row) => ({ projectId: row.project_id, number: row.issue_number }))
}
