import { askedWordsOf } from '../domain/search/asked-words.ts'
import type { Search } from '../domain/search/parse-search.ts'
import { findCandidates, type Candidates } from './issue-candidates.ts'
import { formatCursor, type IssuePosition } from './issue-cursor.ts'
import { asksForStatusAlone, statusesOf } from './issue-filter.ts'
import { findNamedBy } from './issue-named.ts'
import { compareIssues, positionOf, type IssueSort } from './issue-order.ts'
import type { IssueRow } from './issue-row.ts'
import { readAmong, readTops, type IssueSearch } from './issue-tops.ts'
import { walkRange, type Walked } from './issue-walk.ts'
import type { Dialect, Reader } from './store.ts'

export interface IssueListRequest {
  projectIds: number[]
  search: Search
  sort: IssueSort
  after: IssuePosition | undefined
  limit: number
  nowMs: number
  /** Rows that are looked at in one go for what no index has. */
  mostWalked?: number
  /** Issues that are looked up one by one; more than that are common. */
  mostLookedUp?: number
}

export interface IssuePage {
  rows: IssueRow[]
  /** There may be one though the page is not full, even though it is empty: what is rare is sought piece by piece. */
  nextCursor: string | null
}

const defaultMostWalked = 10_000

/**
 * A page of issues, highest first. Each project and status is one range of an index. Where a range has nothing but what
 * is asked for, its top is read; else what can be found is looked up if it is little, or the range is gone through.
 */
export async function listIssues(
  reader: Reader,
  dialect: Dialect,
  request: IssueListRequest,
): Promise<IssuePage> {
  const words = askedWordsOf(request.search.words)
  const ranges = request.projectIds.flatMap((projectId) =>
    statusesOf(request.search).map((status) => ({ projectId, status })),
  )
  if (words === undefined || ranges.length === 0) return { rows: [], nextCursor: null }
  if (asksForStatusAlone(request.search))
    return pageOf(request, [{ rows: await readTops(reader, ranges, request) }])
  return pageOf(request, await searchProjects({ ...request, reader, dialect, words }))
}

async function searchProjects(request: IssueSearch): Promise<Walked[]> {
  const found: Walked[] = []
  const named = await findNamed(request)
  const statuses = statusesOf(request.search)
  const budget = (request.mostWalked ?? defaultMostWalked) / (request.projectIds.length * statuses.length)
  for (const projectId of request.projectIds) {
    const candidates: Candidates | undefined =
      named === undefined
        ? await findCandidates(request, projectId)
        : { kind: 'issues', numbers: named.get(projectId) ?? [] }
    if (candidates === undefined) {
      for (const status of statuses) found.push(await walkRange(request, { projectId, status }, budget))
    } else found.push({ rows: await readAmong(request, projectId, candidates) })
  }
  return found
}

/** By project, if the only word of a search is a name. */
async function findNamed({
  reader,
  search,
  projectIds,
}: IssueSearch): Promise<Map<number, number[]> | undefined> {
  const [word, ...others] = search.words
  if (word === undefined || others.length > 0) return undefined
  const keys = await findNamedBy(reader, projectIds, word.text)
  const here = keys.filter(({ projectId }) => projectIds.includes(projectId))
  if (here.length === 0) return undefined
  return new Map(here.map(({ projectId, number }) => [projectId, [number]]))
}

/** Nothing can be said of what comes after the place where a range was left: the page ends there at the latest. */
function pageOf({ sort, limit }: IssueListRequest, parts: Walked[]): IssuePage {
  const [left] = parts.flatMap(({ leftAt }) => leftAt ?? []).toSorted(compareIssues)
  const sorted = parts
    .flatMap(({ rows }) => rows)
    .toSorted((a, b) => compareIssues(positionOf(a, sort), positionOf(b, sort)))
  const certain =
    left === undefined ? sorted : sorted.filter((row) => compareIssues(positionOf(row, sort), left) <= 0)
  const rows = certain.slice(0, limit)
  const last = rows.at(-1)
  const next = certain.length > rows.length && last ? positionOf(last, sort) : left
  return { rows, nextCursor: next === undefined ? null : formatCursor(next) }
}
