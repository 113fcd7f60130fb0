import type { Query, Store } from '../store.ts'
import { openReadingConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { errorOf } from './thread-failure.ts'
import type { UnitReply, UnitRequest } from './unit-messages.ts'

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
}

/** The server's store on SQLite: short reads here, writes by the one thread that owns the writing connection. */
export interface WriterStore extends Store {
  /** To be called with every reply of the writer's thread. */
  settle(reply: UnitReply): void
}

/** The thread that runs queries. */
export interface QueryThread {
  ask<Input, Output>(query: Query<Input, Output>, input: Input): Promise<Output>
  stop(): Promise<void>
}

export function openWriterStore(
  file: string,
  send: (request: UnitRequest) => void,
  queries: QueryThread,
): WriterStore {
  const reading = openReadingConnection(file)
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  return {
    reader: reading.reader,
    dialect: sqliteDialect,
    query: queries.ask,
    write<Output>(unit: { name: string }, input: unknown): Promise<Output> {
      const id = ++lastId
      return new Promise<Output>((resolve, reject) => {
        // The writer runs the unit of this name, whose output is the `Output` of the signature.
        waiting.set(id, { resolve: (output) => resolve(output as Output), reject })
        send({ kind: 'unit', id, name: unit.name, input })
      })
    },
    settle(reply) {
      const who = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.kind === 'unit-done') who?.resolve(reply.output)
      else who?.reject(errorOf(reply.error, 'A write'))
    },
    async close() {
      await queries.stop()
      reading.sqlite.close()
    },
  }
}
