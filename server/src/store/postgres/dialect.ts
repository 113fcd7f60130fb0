import { postgresSearch } from '../search/postgres-search.ts'
import { postgresSpace } from '../storage/file-space.ts'
import type { Dialect } from '../store.ts'

export const postgresDialect: Dialect = {
  engine: 'postgres',
  async lockProject(tx, projectId) {
    await tx.selectFrom('projects').select('id').where('id', '=', projectId).forNoKeyUpdate().execute()
  },
  search: postgresSearch,
  space: postgresSpace,
}
