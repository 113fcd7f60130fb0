import type { Store } from '../store.ts'
import { inTransaction, openReadingConnection, openWritingConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'

/** A store whose writes run in this thread: for the command line and for tests. The server's own is `openWriterStore`. */
export function openLocalStore(file: string): Store {
  const writing = openWritingConnection(file)
  const reading = openReadingConnection(file)
  let last: Promise<unknown> = Promise.resolve()
  return {
    reader: reading.reader,
    dialect: sqliteDialect,
    query: (query, input) => query.run(reading.reader, input, sqliteDialect),
    write(unit, input) {
      const result = last.then(() => inTransaction(writing, (tx) => unit.run(tx, input, sqliteDialect)))
      last = result.catch(() => {})
      return result
    },
    async close() {
      await last
      reading.sqlite.close()
      writing.sqlite.close()
    },
  }
}
