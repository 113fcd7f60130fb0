import { Worker } from 'node:worker_threads'
import type { Config } from './config/config.ts'

/**
 * Begins to load the thread that writes, which opens the database when it is told to. It is asked for before the rest
 * of the server is loaded, which takes this thread as long. Until it is told, it keeps no process alive.
 */
export function loadDigestWorker(config: Config): Worker {
  const worker = new Worker(new URL('./digest-worker.js', import.meta.url), { workerData: config })
  worker.unref()
  return worker
}
