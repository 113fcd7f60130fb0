import type { WriteHandle } from '../write-handle.ts'
import { inTransaction, type WritingConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'

export function sqliteWriteHandle(connection: WritingConnection): WriteHandle {
  return {
    dialect: sqliteDialect,
    transaction: (work) => inTransaction(connection, work),
    close: async () => void connection.sqlite.close(),
  }
}
