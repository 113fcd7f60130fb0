// The worker of the floor of a start: opens the writing connection, and says so.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const database = new Database(/** @type {string} */ (workerData))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
port.postMessage(null)
port.on('message', () => database.close())
