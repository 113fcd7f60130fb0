import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Reader } from './store.ts'

const mostShown = 100

export type ActivityRow = Awaited<ReturnType<typeof readActivities>>[number]

/** What happened to an issue, newest first; `undoable` is the number of a regrouping that still holds. */
export function readActivities(reader: Reader, { projectId, number }: IssueKey) {
  return reader
    .selectFrom('activities as a')
    .leftJoin('regroupings as r', (join) =>
      join
        .onRef('r.project_id', '=', 'a.project_id')
        .onRef('r.number', '=', 'a.regrouping_number')
        .on('r.state', '=', 'done'),
    )
    .select(['a.number', 'a.kind', 'a.at', 'a.actor', 'a.detail', 'r.number as undoable'])
    .where('a.project_id', '=', projectId)
    .where('a.issue_number', '=', number)
    .orderBy('a.number', 'desc')
    .limit(mostShown)
    .execute()
}
