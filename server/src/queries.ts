import { issueQueries } from './issues/queries.ts'
import { projectQueries } from './projects/queries.ts'
import { searchIndexQueries } from './search-index/queries.ts'
import { storageQueries } from './storage/queries.ts'
import type { Query } from './store/store.ts'

const queries: Query<never, unknown>[] = [
  ...issueQueries,
  ...projectQueries,
  ...searchIndexQueries,
  ...storageQueries,
]

/** Every read that may be asked of the query worker, by name. */
export const allQueries = new Map(queries.map((query) => [query.name, query]))
