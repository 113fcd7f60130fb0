import { openWritingConnection } from '../../server/src/store/sqlite/connection.ts'
import { countRows, type Deletion } from './deletion.ts'

const rowsAtOnce = 500

/** Deletes the same rows with nothing but a statement: half a thousand in each transaction. */
export function deleteFloor(file: string, beforeMs: number): Deletion {
  const { sqlite } = openWritingConnection(file)
  const remove = sqlite.prepare(
    `DELETE FROM events WHERE rowid IN (
      SELECT rowid FROM events WHERE project_id = ? AND received_at < ? ORDER BY received_at LIMIT ${rowsAtOnce}
    )`,
  )
  const before = countRows(sqlite)
  const cpu = process.cpuUsage()
  const holds: number[] = []
  for (const projectId of [1, 2, 3]) {
    for (let changes = rowsAtOnce; changes === rowsAtOnce;) {
      const since = performance.now()
      changes = remove.run(projectId, beforeMs).changes
      holds.push(performance.now() - since)
    }
  }
  const { user, system } = process.cpuUsage(cpu)
  const deleted = before - countRows(sqlite)
  sqlite.close()
  return { deleted, cpuUs: (user + system) / deleted, holds }
}
