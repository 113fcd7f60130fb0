import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'

const attachmentBytes = 1_000_000

/** Makes a generated database as large as that in a few seconds, by files that events of the first project have. */
export function addAttachments(file: string, bytes: number): void {
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  const pages = Number(database.pragma('page_count', { simple: true }))
  const pageBytes = Number(database.pragma('page_size', { simple: true }))
  const missing = Math.max(0, Math.ceil((bytes - pages * pageBytes) / attachmentBytes))
  const insert = database.prepare(`
    INSERT INTO attachments (project_id, event_id, hash, name, content_type, kind, byte_count, received_at, codec, content)
    SELECT project_id, event_id, @hash, 'dump.bin', 'application/octet-stream', 'event.attachment', @bytes, received_at,
      'identity', @content
    FROM events WHERE project_id = 1 LIMIT 1
  `)
  database.transaction(() => {
    for (let count = 0; count < missing; count += 1)
      insert.run({ hash: randomBytes(32), bytes: attachmentBytes, content: randomBytes(attachmentBytes) })
  })()
  database.close()
}
