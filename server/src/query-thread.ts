import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { QueryReply, QueryRequest } from './query-worker.ts'
import { errorOf } from './store/sqlite/thread-failure.ts'
import type { QueryThread } from './store/sqlite/writer-store.ts'

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
}

/** Starts with the first query, and again with the next one should it ever die. */
export function createQueryThread(file: string): QueryThread {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let running: Worker | undefined

  function start(): Worker {
    const worker = new Worker(new URL('./query-worker.js', import.meta.url), { workerData: file })
    worker.on('message', (reply: QueryReply) => {
      const who = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('output' in reply) who?.resolve(reply.output)
      else who?.reject(errorOf(reply.error, 'A query'))
    })
    worker.on('error', (error) => fail(new Error('The query worker died.', { cause: error })))
    return worker
  }

  function fail(error: Error): void {
    running = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    ask<Output>(query: { name: string }, input: unknown): Promise<Output> {
      const worker = (running ??= start())
      const id = ++lastId
      return new Promise<Output>((resolve, reject) => {
        // The worker runs the query of this name, whose output is the `Output` of the signature.
        waiting.set(id, { resolve: (output) => resolve(output as Output), reject })
        worker.postMessage({ id, name: query.name, input } satisfies QueryRequest, [])
      })
    },
    async stop() {
      if (running === undefined) return
      const exited = once(running, 'exit')
      running.postMessage('close', [])
      await exited
      fail(new Error('The server is stopping.'))
    },
  }
}
