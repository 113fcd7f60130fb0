import type { IssueListQuery } from '../../lib/api.ts'

/** Everything that the list shows, as it stands in the URL. */
export interface ListState {
  query?: string | undefined
  project?: string | undefined
  sort?: Sort | undefined
  cursor?: string | undefined
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

/** What cannot be is named and empty: the router would else keep it as it came. */
export function readListState({ query, project, sort, cursor }: Record<string, unknown>): ListState {
  return {
    query: typeof query === 'string' ? query : undefined,
    project: typeof project === 'string' ? project : undefined,
    sort: isSort(sort) ? sort : undefined,
    cursor: typeof cursor === 'string' ? cursor : undefined,
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
