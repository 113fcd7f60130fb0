// The worker of FLOOR: unpacks, parses, makes a key of the frames, and commits a batch at a time, synced to disk.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'

/** @typedef {{ event_id: string, timestamp: number, exception: { values: { type: string, stacktrace: { frames: { filename: string, function: string }[] } }[] } }} Event */

const gzipMagic = 0x1f
const hourSeconds = 3600

const database = new Database(join(/** @type {string} */ (workerData), 'floor.db'))
database.pragma('page_size = 4096')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('cache_size = -32768')
database.exec(`
  CREATE TABLE events (event_id BLOB PRIMARY KEY, issue_id INTEGER NOT NULL, at REAL NOT NULL, payload BLOB NOT NULL);
  CREATE TABLE issues (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, event_count INTEGER NOT NULL, last_seen REAL NOT NULL);
  CREATE TABLE hours (issue_id INTEGER, hour INTEGER, event_count INTEGER NOT NULL, PRIMARY KEY (issue_id, hour)) WITHOUT ROWID;
`)
const upsertIssue = database.prepare(`
  INSERT INTO issues (hash, event_count, last_seen) VALUES (?, 1, ?)
  ON CONFLICT (hash) DO UPDATE SET event_count = event_count + 1, last_seen = excluded.last_seen RETURNING id
`)
const insertEvent = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
const upsertHour = database.prepare(`
  INSERT INTO hours VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET event_count = event_count + 1
`)
upsertIssue.pluck()

const store = database.transaction((/** @type {import('./floor.js').Batch} */ { bodies, lengths }) => {
  let at = 0
  for (const length of lengths) {
    storeOne(Buffer.from(bodies.buffer, at, length))
    at += length
  }
})

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
port.on('message', (/** @type {import('./floor.js').Batch} */ batch) => {
  store(batch)
  port.postMessage(null)
})
port.postMessage(null)

/** @param {Buffer} body */
function storeOne(body) {
  const unpacked = body[0] === gzipMagic ? gunzipSync(body, { chunkSize: 65_536 }) : body
  const [, , payload = ''] = unpacked.toString('utf8').split('\n')
  /** @type {Event} */
  const event = JSON.parse(payload)
  const issueId = upsertIssue.get(keyOf(event), event.timestamp)
  insertEvent.run(Buffer.from(event.event_id, 'hex'), issueId, event.timestamp, body)
  upsertHour.run(issueId, Math.floor(event.timestamp / hourSeconds))
}

/** @param {Event} event */
function keyOf({ exception }) {
  const hash = createHash('sha1')
  for (const { type, stacktrace } of exception.values) {
    hash.update(type)
    hash.update(stacktrace.frames.map((frame) => `${frame.filename}#${frame.function}`).join('\n'))
  }
  return hash.digest()
}
