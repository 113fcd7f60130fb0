import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { IssuePosition } from './issue-cursor.ts'
import type { IssueRow } from './issue-row.ts'
import type { Schema } from './schema.ts'

export type IssueSort = 'lastSeen' | 'firstSeen' | 'events' | 'users'

export type SortColumn = 'last_seen' | 'first_seen' | 'event_count' | 'user_count'

export const sortColumns: Record<IssueSort, SortColumn> = {
  lastSeen: 'last_seen',
  firstSeen: 'first_seen',
  events: 'event_count',
  users: 'user_count',
}

/** Highest first: by the sort's value, then the project, then the number. */
export function compareIssues(a: IssuePosition, b: IssuePosition): number {
  return b.sortValue - a.sortValue || b.projectId - a.projectId || b.number - a.number
}

export function positionOf(
  row: Pick<IssueRow, 'project_id' | 'number' | SortColumn>,
  sort: IssueSort,
): IssuePosition {
  return { sortValue: row[sortColumns[sort]], projectId: row.project_id, number: row.number }
}

/** As a condition on rows of one project: what comes after a place in the order. An index reads on from there. */
export function isAfter(
  eb: ExpressionBuilder<Schema, 'issues'>,
  column: SortColumn,
  projectId: number,
  after: IssuePosition,
): Expression<SqlBool> {
  // In the order of several projects, one stands before the place or after it as a whole within a sort value.
  const numbersBelow =
    projectId < after.projectId ? Number.MAX_SAFE_INTEGER : projectId > after.projectId ? 0 : after.number
  return sql<SqlBool>`(${eb.ref(column)}, ${eb.ref('number')}) < (${after.sortValue}, ${numbersBelow})`
}
