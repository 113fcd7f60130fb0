import { sql } from 'kysely'
import type { AskedWord } from '../domain/search/asked-words.ts'
import type { Candidates } from './issue-candidates.ts'
import { filterOf, statusesOf } from './issue-filter.ts'
import type { IssueListRequest } from './issue-list.ts'
import { isAfter, sortColumns } from './issue-order.ts'
import type { IssueRow } from './issue-row.ts'
import { issuesOf } from './issue-words.ts'
import type { Dialect, Reader } from './store.ts'

/** One range of each index that lists are read from. */
export interface IssueRange {
  projectId: number
  status: IssueRow['status']
}

/** A search under way, with what it asks of the index. */
export interface IssueSearch extends IssueListRequest {
  reader: Reader
  dialect: Dialect
  words: AskedWord[]
}

/** SQLite joins at most 500 in one statement. */
const rangesAtOnce = 100

/**
 * The highest rows of each range; one more than the page, so that the last page is known as such. Asking for several
 * ranges as one would lose the index and read them all.
 */
export async function readTops(
  reader: Reader,
  ranges: IssueRange[],
  request: IssueListRequest,
): Promise<IssueRow[]> {
  const rows: IssueRow[] = []
  for (let start = 0; start < ranges.length; start += rangesAtOnce) {
    const [first, ...others] = ranges.slice(start, start + rangesAtOnce)
    if (first === undefined) break
    const topOf = (range: IssueRange) =>
      reader.selectFrom(topQuery(reader, range, request).as('top')).selectAll()
    rows.push(
      ...(await others.reduce((union, range) => union.unionAll(topOf(range)), topOf(first)).execute()),
    )
  }
  return rows
}

function topQuery(
  reader: Reader,
  { projectId, status }: IssueRange,
  { sort, search, after, limit, nowMs }: IssueListRequest,
) {
  const column = sortColumns[sort]
  const query = reader
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('status', '=', status)
    .where(filterOf(search, nowMs))
    .orderBy(column, 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
  return after === undefined ? query : query.where((eb) => isAfter(eb, column, projectId, after))
}

/** The highest rows of a project among few. */
export async function readAmong(
  { reader, dialect, sort, search, after, limit, nowMs }: IssueSearch,
  projectId: number,
  candidates: Candidates,
): Promise<IssueRow[]> {
  const numbers = candidates.kind === 'issues' ? candidates.numbers : candidates.fingerprintNumbers
  if (numbers.length === 0) return []
  const column = sortColumns[sort]
  let query = reader
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', 'in', candidates.kind === 'issues' ? numbers : issuesOf(dialect, projectId, candidates))
    .where('status', 'in', statusesOf(search))
    .where(filterOf(search, nowMs))
    // With a sign before it no index is in this order, so that none is gone through for the few.
    .orderBy(sql`+${sql.ref(column)}`, 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where((eb) => isAfter(eb, column, projectId, after))
  return query.execute()
}
