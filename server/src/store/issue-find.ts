import type { IssueKey, IssueName } from '../domain/issue/issue-id.ts'
import type { IssueRow } from './issue-row.ts'
import type { Reader } from './store.ts'

/**
 * The issue of a name, within its project; undefined when there is none. One that was merged into another answers
 * that other, through however many merges.
 */
export async function findIssue(reader: Reader, name: IssueName): Promise<IssueRow | undefined> {
  const key = name.kind === 'id' ? name.key : await keyOfShortId(reader, name)
  let issue = key && (await readIssue(reader, key))
  while (issue !== undefined && issue.merged_into !== null) {
    issue = await readIssue(reader, { projectId: issue.project_id, number: issue.merged_into })
  }
  return issue
}

/** The very issue, even if it is merged into another. */
export function readIssue(reader: Reader, { projectId, number }: IssueKey): Promise<IssueRow | undefined> {
  return reader
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .executeTakeFirst()
}

async function keyOfShortId(reader: Reader, { prefix, number }: { prefix: string; number: number }) {
  const project = await reader
    .selectFrom('projects')
    .select('id')
    .where('short_prefix', '=', prefix)
    .executeTakeFirst()
  return project && { projectId: project.id, number }
}
