import type { IssueListQuery } from '../../lib/api.ts'

/** Everything that the list shows, as it stands in the URL. */
export interface ListState {
  query?: string
  project?: string
  sort?: Sort
  cursor?: string
}

export const sorts = {
  lastSeen: 'Last seen',
  firstSeen: 'First seen',
  events: 'Events',
  users: 'Users',
} as const
export type Sort = keyof typeof sorts

export const tabs = [
  { name: 'Unresolved', query: 'is:unresolved', count: 'unresolved' },
  { name: 'New', query: 'is:new', count: 'new' },
  { name: 'Regressed', query: 'is:regressed', count: 'regressed' },
  { name: 'Archived', query: 'is:archived', count: 'archived' },
  { name: 'Resolved', query: 'is:resolved', count: 'resolved' },
  { name: 'All', query: '', count: undefined },
] as const

export const defaultQuery = 'is:unresolved'
const pageSize = 25

export function readListState(search: Record<string, unknown>): ListState {
  const { query, project, sort, cursor } = search
  return {
    ...(typeof query === 'string' && { query }),
    ...(typeof project === 'string' && { project }),
    ...(isSort(sort) && { sort }),
    ...(typeof cursor === 'string' && { cursor }),
  }
}

/** What is asked of the server; without a query the unresolved issues are shown. */
export function listRequest({ query = defaultQuery, project, sort, cursor }: ListState): IssueListQuery {
  return {
    limit: pageSize,
    ...(query !== '' && { query }),
    ...(project !== undefined && { project }),
    ...(sort !== undefined && { sort }),
    ...(cursor !== undefined && { cursor }),
  }
}

export function isSort(value: unknown): value is Sort {
  return typeof value === 'string' && Object.hasOwn(sorts, value)
}
