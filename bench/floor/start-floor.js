// The floor of a start: Express and one worker, each with the database open, and the first answer read from it.
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import express from 'express'

const file = process.argv[2]
const worker = new Worker(new URL('start-floor-worker.js', import.meta.url), { workerData: file })
const database = new Database(file, { readonly: true })
const read = database.prepare('SELECT count(*) FROM sqlite_schema').pluck()
const app = express()
app.get('/', (_request, response) => void response.json({ tables: read.get() }))
worker.once('message', () => {
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object') process.stdout.write(`port ${address.port}\n`)
  })
})
process.once('SIGTERM', () => process.exit(0))
