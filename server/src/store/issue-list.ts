import type { Search } from '../domain/search/parse-search.ts'
import { formatCursor, type IssuePosition } from './issue-cursor.ts'
import { filterOf, statusesOf } from './issue-filter.ts'
import type { IssueRow } from './issue-row.ts'
import type { Reader } from './store.ts'

export interface IssueListRequest {
  projectIds: number[]
  search: Search
  sort: 'lastSeen' | 'firstSeen' | 'events' | 'users'
  after: IssuePosition | undefined
  limit: number
  nowMs: number
}

const sortColumns = {
  lastSeen: 'last_seen',
  firstSeen: 'first_seen',
  events: 'event_count',
  users: 'user_count',
} as const

/**
 * A page of issues, highest first. Each project and status is one range of an index, read from its top; their
 * union is merged here. Asking for several projects in one range would lose the index and read them all.
 */
export async function listIssues(
  reader: Reader,
  request: IssueListRequest,
): Promise<{ rows: IssueRow[]; nextCursor: string | null }> {
  const column = sortColumns[request.sort]
  const tops = await Promise.all(
    request.projectIds.flatMap((projectId) =>
      statusesOf(request.search).map((status) => readTop(reader, request, projectId, status)),
    ),
  )
  const rows = tops
    .flat()
    .toSorted((a, b) => b[column] - a[column] || b.project_id - a.project_id || b.number - a.number)
  const page = rows.slice(0, request.limit)
  const last = page.at(-1)
  const isMore = rows.length > page.length && last !== undefined
  const end = last && { sortValue: last[column], projectId: last.project_id, number: last.number }
  return { rows: page, nextCursor: isMore && end ? formatCursor(end) : null }
}

/** One more than the page, so that the last page is known as such. */
function readTop(
  reader: Reader,
  { sort, search, after, limit, nowMs }: IssueListRequest,
  projectId: number,
  status: IssueRow['status'],
): Promise<IssueRow[]> {
  const column = sortColumns[sort]
  let query = reader
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('status', '=', status)
    .where(filterOf(search, nowMs))
    .orderBy(column, 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
  if (after !== undefined) {
    // In merged order projects stand from the highest id to the lowest within one sort value.
    const numbersBelow =
      projectId < after.projectId ? Number.MAX_SAFE_INTEGER : projectId > after.projectId ? 0 : after.number
    query = query.where((eb) =>
      eb.or([
        eb(column, '<', after.sortValue),
        eb.and([eb(column, '=', after.sortValue), eb('number', '<', numbersBelow)]),
      ]),
    )
  }
  return query.execute()
}
