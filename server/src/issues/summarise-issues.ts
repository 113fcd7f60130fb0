import type { IssueSummary } from '../contract/index.ts'
import { formatIssueId, formatShortId } from '../domain/issue/issue-id.ts'
import { shownReason } from '../domain/triage/decide-command.ts'
import { keyOf, readTrends } from '../store/issue-hours.ts'
import type { IssueRow } from '../store/issue-row.ts'
import type { Reader } from '../store/store.ts'
import type { ProjectReference } from './project-references.ts'

/** Rows as the API shows them, with their trends read in one go. */
export async function summariseIssues(
  reader: Reader,
  rows: IssueRow[],
  projects: Map<number, ProjectReference>,
  now: number,
): Promise<IssueSummary[]> {
  if (rows.length === 0) return []
  const keys = rows.map((row) => ({ projectId: row.project_id, number: row.number }))
  const trends = await readTrends(reader, keys, now)
  return rows.flatMap((row, index) => {
    const project = projects.get(row.project_id)
    const key = keys[index]
    const trend = key && trends.get(keyOf(key))
    return project && trend ? [summarise(row, project, trend, now)] : []
  })
}

function summarise(row: IssueRow, project: ProjectReference, trend: number[], now: number): IssueSummary {
  const { shortPrefix, ...reference } = project
  return {
    id: formatIssueId({ projectId: row.project_id, number: row.number }),
    shortId: formatShortId(shortPrefix, row.number),
    project: reference,
    title: row.title,
    type: row.type,
    value: row.value,
    culprit: row.culprit,
    level: row.level,
    status: row.status,
    statusReason: shownReason(row.status_reason, row.first_seen, now),
    count: row.event_count,
    userCount: row.user_count,
    firstSeen: new Date(row.first_seen).toISOString(),
    lastSeen: new Date(row.last_seen).toISOString(),
    platform: row.platform,
    isUnhandled: row.handling === 'unhandled',
    trend,
  }
}
