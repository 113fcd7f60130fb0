import type { Selectable } from 'kysely'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Schema } from './schema.ts'
import type { Reader } from './store.ts'

const mostShown = 100

/** What happened to an issue, newest first. */
export function readActivities(
  reader: Reader,
  { projectId, number }: IssueKey,
): Promise<Selectable<Schema['activities']>[]> {
  return reader
    .selectFrom('activities')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('number', 'desc')
    .limit(mostShown)
    .execute()
}
