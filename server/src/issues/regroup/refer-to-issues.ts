import type { IssueReference } from '../../contract/index.ts'
import { formatIssueId, formatShortId } from '../../domain/issue/issue-id.ts'
import { inSlices } from '../../store/recorder/in-slices.ts'
import type { Reader } from '../../store/store.ts'

export interface ReferredIssue {
  reference: IssueReference
  isMerged: boolean
}

/** Issues of a project as they are named from elsewhere, by number; also those that are merged. */
export async function referToIssues(
  reader: Reader,
  projectId: number,
  numbers: number[],
): Promise<Map<number, ReferredIssue>> {
  const referred = new Map<number, ReferredIssue>()
  for (const slice of inSlices([...new Set(numbers)])) {
    const rows = await reader
      .selectFrom('issues')
      .innerJoin('projects', 'projects.id', 'issues.project_id')
      .select(['number', 'title', 'event_count', 'merged_into', 'short_prefix'])
      .where('project_id', '=', projectId)
      .where('number', 'in', slice)
      .execute()
    for (const row of rows) {
      const reference = {
        id: formatIssueId({ projectId, number: row.number }),
        shortId: formatShortId(row.short_prefix, row.number),
        title: row.title,
        count: row.event_count,
      }
      referred.set(row.number, { reference, isMerged: row.merged_into !== null })
    }
  }
  return referred
}
