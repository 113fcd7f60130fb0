import type { Search } from '../domain/search/parse-search.ts'
import { filterOf, statusesOf } from './issue-filter.ts'
import type { Reader } from './store.ts'

const highestCount = 99

/**
 * How many issues match a search without words, or null for more than 99: counting further would read them all.
 */
export async function countIssues(
  reader: Reader,
  projectIds: number[],
  search: Search,
  nowMs: number,
): Promise<number | null> {
  let count = 0
  for (const projectId of projectIds) {
    for (const status of statusesOf(search)) {
      const rows = await reader
        .selectFrom('issues')
        .select('number')
        .where('project_id', '=', projectId)
        .where('status', '=', status)
        .where(filterOf(search, nowMs))
        .limit(highestCount + 1 - count)
        .execute()
      count += rows.length
      if (count > highestCount) return null
    }
  }
  return count
}
