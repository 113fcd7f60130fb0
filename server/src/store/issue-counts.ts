import type { Search } from '../domain/search/parse-search.ts'
import { asksFor, filterOf, statusesOf } from './issue-filter.ts'
import type { IssueRange } from './issue-tops.ts'
import type { Reader } from './store.ts'

const highestCount = 99

/** How many issues match a search without words, or null for more than 99: counting further would read them all. */
export async function countIssues(
  reader: Reader,
  projectIds: number[],
  search: Search,
  nowMs: number,
): Promise<number | null> {
  let count = 0
  for (const projectId of projectIds) {
    for (const status of statusesOf(search)) {
      const numbers = matching(reader, { projectId, status }, search, nowMs).limit(highestCount + 1 - count)
      count += (await numbers.execute()).length
      if (count > highestCount) return null
    }
  }
  return count
}

/** In the order of the index that has them together: the planner would rather read all of the project. */
function matching(reader: Reader, { projectId, status }: IssueRange, search: Search, nowMs: number) {
  const query = reader
    .selectFrom('issues')
    .select('number')
    .where('project_id', '=', projectId)
    .where(filterOf(search, nowMs))
  if (asksFor(search, 'regressed')) return query.orderBy('last_seen', 'desc')
  const ofStatus = query.where('status', '=', status)
  return ofStatus.orderBy(asksFor(search, 'new') ? 'first_seen' : 'last_seen', 'desc')
}
