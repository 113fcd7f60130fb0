import type { IssueKey } from '../domain/issue/issue-id.ts'
import { numbersOf } from './issue-fingerprints.ts'
import type { Reader } from './store.ts'

export const hourMs = 3_600_000
const trendHours = 24

/** Events in each of the last 24 hours, oldest first, for the issues of a page; keyed by `<projectId>-<number>`. */
export async function readTrends(
  reader: Reader,
  issues: IssueKey[],
  nowMs: number,
): Promise<Map<string, number[]>> {
  const trends = new Map(issues.map((key) => [keyOf(key), Array<number>(trendHours).fill(0)]))
  const since = startOfHour(nowMs) - (trendHours - 1) * hourMs
  for (const projectId of new Set(issues.map((issue) => issue.projectId))) {
    const rows = await reader
      .selectFrom('fingerprints as f')
      // In this order, which SQLite keeps to: for a single issue it would rather begin with all hours of the project.
      .crossJoin('fingerprint_hours as h')
      .whereRef('h.project_id', '=', 'f.project_id')
      .whereRef('h.fingerprint_number', '=', 'f.number')
      .select(['f.issue_number', 'h.hour', 'h.event_count'])
      .where('f.project_id', '=', projectId)
      .where(
        'f.issue_number',
        'in',
        issues.filter((issue) => issue.projectId === projectId).map((issue) => issue.number),
      )
      .where('f.last_seen', '>=', since)
      .where('h.hour', '>=', since)
      .execute()
    for (const row of rows) {
      const trend = trends.get(keyOf({ projectId, number: row.issue_number }))
      const index = (row.hour - since) / hourMs
      if (trend !== undefined && index < trendHours) trend[index] = (trend[index] ?? 0) + row.event_count
    }
  }
  return trends
}

export function keyOf({ projectId, number }: IssueKey): string {
  return `${projectId}-${number}`
}

/** Events per hour since a time, oldest first; hours without events are left out. */
export async function readHours(
  reader: Reader,
  { projectId, number }: IssueKey,
  sinceMs: number,
): Promise<{ hour: number; event_count: number }[]> {
  const rows = await reader
    .selectFrom('fingerprint_hours')
    .select(({ fn }) => ['hour', fn.sum<number | string>('event_count').as('event_count')])
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', numbersOf({ projectId, number }))
    .where('hour', '>=', startOfHour(sinceMs))
    .groupBy('hour')
    .orderBy('hour')
    .execute()
  return rows.map((row) => ({ hour: row.hour, event_count: Number(row.event_count) }))
}

function startOfHour(timeMs: number): number {
  return timeMs - (timeMs % hourMs)
}
