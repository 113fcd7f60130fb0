import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PagesToCheck } from './check-pages-worker.ts'

export interface RunningCheck {
  /** What is wrong with the file; undefined if nothing is, or if it was stopped. Rejects if it could not be read. */
  verdict: Promise<string | undefined>
  stop(): Promise<void>
}

/** Checks the pages of the file in a thread of its own. */
export function startCheck(pages: PagesToCheck): RunningCheck {
  const worker = new Worker(new URL('./check-pages-worker.js', import.meta.url), { workerData: pages })
  return { verdict: verdictOf(worker), stop: async () => void (await worker.terminate()) }
}

async function verdictOf(worker: Worker): Promise<string | undefined> {
  const said: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [])])
  return typeof said[0] === 'string' ? said[0] : undefined
}
