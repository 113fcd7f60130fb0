import type { IssueRow } from './issue-row.ts'
import { inSlices } from './recorder/in-slices.ts'
import type { Reader } from './store.ts'

/** What issues of a project are called where they are only named: the very issues, even those merged into others. */
export async function readIssueNames(
  reader: Reader,
  projectId: number,
  numbers: number[],
): Promise<{ prefix: string; issues: Map<number, Pick<IssueRow, 'title' | 'event_count'>> }> {
  const { short_prefix: prefix } = await reader
    .selectFrom('projects')
    .select('short_prefix')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  const issues = new Map<number, Pick<IssueRow, 'title' | 'event_count'>>()
  for (const slice of inSlices(numbers)) {
    const rows = await reader
      .selectFrom('issues')
      .select(['number', 'title', 'event_count'])
      .where('project_id', '=', projectId)
      .where('number', 'in', slice)
      .execute()
    for (const row of rows) issues.set(row.number, row)
  }
  return { prefix, issues }
}
