import { sqliteSearch } from '../search/sqlite-search.ts'
import { sqliteSpace } from '../storage/file-space.ts'
import type { Dialect } from '../store.ts'

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  lockProject: async () => {},
  search: sqliteSearch,
  space: sqliteSpace,
}
