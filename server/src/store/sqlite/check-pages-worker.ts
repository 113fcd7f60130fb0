import { setPriority } from 'node:os'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { checkPages } from './check-pages.ts'

/** What the thread is given. */
export interface PagesToCheck {
  file: string
  how: 'whole' | 'by-table'
}

const lowestPriority = 19

// What the server's thread gave to `new Worker`.
const { file, how } = workerData as PagesToCheck
// This file is started as a thread, which has one.
const port = parentPort as MessagePort
// Beside a server that works; on Linux this is of the thread alone.
if (how === 'by-table') setPriority(lowestPriority)
port.postMessage(checkPages(file, how))
