import type { Dialect } from '../store.ts'

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  lockProject: async () => {},
}
