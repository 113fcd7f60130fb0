import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDsn } from '@mishap/sdk/protocol'
import { isTaken } from './ask-mishap.ts'
import { createProject } from './create-project.ts'
import { StartProblem } from './start-problem.ts'

/**
 * `MISHAP_DSN`, else that of a project of the demo's own on the Mishap of this folder: the one it had the last time,
 * or a new one.
 */
export async function findDsn(): Promise<string> {
  const given = process.env['MISHAP_DSN'] ?? ''
  if (given !== '') return checkDsn(given)
  const dataDir = process.env['MISHAP_DATA_DIR'] || 'data'
  const memory = join(dataDir, 'demo-dsn')
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8').trim() : ''
  if (parseDsn(remembered) !== undefined && (await isTaken(remembered, memory))) return remembered
  // On PostgreSQL there is no file to look for.
  if (!process.env['MISHAP_DATABASE_URL'] && !existsSync(join(dataDir, 'mishap.db')))
    throw new StartProblem('There is no Mishap here yet. Run "npm start" first, or set MISHAP_DSN.')
  const dsn = createProject()
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(memory, `${dsn}\n`)
  return dsn
}

function checkDsn(dsn: string): string {
  if (parseDsn(dsn) !== undefined) return dsn
  throw new StartProblem(
    `MISHAP_DSN must be a DSN from a project's page, like http://<key>@localhost:8080/1, not "${dsn}".`,
  )
}
