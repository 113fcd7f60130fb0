import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { allQueries } from './queries.ts'
import { openReadingConnection } from './store/sqlite/connection.ts'
import { sqliteDialect } from './store/sqlite/dialect.ts'
import { failureOf, type ThreadFailure } from './store/sqlite/thread-failure.ts'
import type { Reader } from './store/store.ts'

export interface QueryRequest {
  id: number
  name: string
  input: unknown
}

export type QueryReply = { id: number; output: unknown } | { id: number; error: ThreadFailure }

if (parentPort === null) throw new Error('The query worker is started by the server, as a thread.')
// What the server's thread gave to `new Worker`.
start(parentPort, workerData as string)

/** Reads that take too long for the server's thread, on a connection of its own. */
function start(port: MessagePort, file: string): void {
  const { sqlite, reader } = openReadingConnection(file)
  port.on('message', (message: QueryRequest | 'close') => {
    if (message === 'close') {
      sqlite.close()
      port.close()
    } else void answer(reader, message).then((reply) => port.postMessage(reply))
  })
}

async function answer(reader: Reader, { id, name, input }: QueryRequest): Promise<QueryReply> {
  try {
    const query = allQueries.get(name)
    if (query === undefined) throw new Error(`The query worker does not know "${name}".`)
    // The name and the input come from one call of `Store.query`, whose types hold them together.
    return { id, output: await query.run(reader, input as never, sqliteDialect) }
  } catch (error) {
    return { id, error: failureOf(error) }
  }
}
