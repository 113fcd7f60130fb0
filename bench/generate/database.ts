import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { cacheFolder } from '../load/cache-folder.ts'
import { showProgress } from '../load/show-progress.ts'
import { startMishap, type BenchProject } from '../load/start-mishap.ts'
import { fillEvents, fillHours } from './fill-events.ts'
import { fillIssues } from './fill-issues.ts'
import { planEvents, type DatabaseSize } from './plan.ts'
import { makeVocabulary } from './vocabulary.ts'

/** A data directory that a server can be started on. */
export interface GeneratedDatabase {
  dataDir: string
  project: BenchProject
}

const repository = fileURLToPath(new URL('../../', import.meta.url))
/** Events may not be older than a server keeps them. */
const weekMs = 7 * 24 * 3_600_000

/**
 * A database of so many events and issues, in three projects. It is made once in a week for each schema, outside the
 * repository, and shared: who changes it asks for a copy with `copyDatabase`.
 */
export async function prepareDatabase(size: DatabaseSize): Promise<GeneratedDatabase> {
  const name = `${size.events}-${size.issues}-${keyOf()}`
  const dataDir = join(cacheFolder('databases'), name)
  const projectFile = join(dataDir, 'project.json')
  if (!existsSync(projectFile)) {
    const underway = `${dataDir}.underway`
    rmSync(underway, { recursive: true, force: true })
    const project = await createEmpty(underway)
    fill(join(underway, 'mishap.db'), size)
    writeFileSync(join(underway, 'project.json'), JSON.stringify(project))
    renameSync(underway, dataDir)
    removeOthers(`${size.events}-${size.issues}-`, name)
  }
  return { dataDir, project: JSON.parse(readFileSync(projectFile, 'utf8')) as BenchProject }
}

/** A database of its own in the temporary folder, which the caller removes. */
export async function copyDatabase(size: DatabaseSize): Promise<GeneratedDatabase> {
  const { dataDir, project } = await prepareDatabase(size)
  const copy = mkdtempSync(join(tmpdir(), 'mishap-bench-'))
  cpSync(dataDir, copy, { recursive: true })
  return { dataDir: copy, project }
}

/** Of the schema, of what fills it, and of the week. */
function keyOf(): string {
  const hash = createHash('sha256')
  for (const folder of ['migrations/sqlite', 'bench/generate', 'server/src/domain/search'])
    for (const file of readdirSync(join(repository, folder)))
      hash.update(readFileSync(join(repository, folder, file)))
  return `${hash.digest('hex').slice(0, 12)}-${Math.floor(Date.now() / weekMs)}`
}

/** Of earlier schemas and weeks. */
function removeOthers(prefix: string, kept: string): void {
  const folder = cacheFolder('databases')
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix) && name !== kept) rmSync(join(folder, name), { recursive: true, force: true })
}

async function createEmpty(dataDir: string): Promise<BenchProject> {
  const server = await startMishap({ dataDir })
  server.createProject('second')
  server.createProject('third')
  await server.stop()
  return server.project
}

function fill(file: string, size: DatabaseSize): void {
  const nowMs = Date.now()
  const plan = planEvents(size, nowMs)
  const vocabulary = makeVocabulary()
  const progress = showProgress(`A database of ${size.events} events`, size.issues + size.events)
  const database = new Database(file)
  // It is removed if this fails.
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'cache_size = -262144',
  ])
    database.pragma(pragma)
  database.exec('BEGIN')
  fillIssues(database, plan, vocabulary, { nowMs, progress })
  fillEvents(database, plan, vocabulary, (done) => progress(size.issues + done))
  fillHours(database, plan)
  finish(database, nowMs)
  database.exec('COMMIT')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** Numbers go on after those that were given, and nothing is left to be indexed. */
function finish(database: Database.Database, nowMs: number): void {
  database
    .prepare(
      `UPDATE projects SET
        last_issue_number = (SELECT coalesce(max(number), 0) FROM issues WHERE project_id = projects.id),
        last_fingerprint_number = (SELECT coalesce(max(number), 0) FROM fingerprints WHERE project_id = projects.id),
        payload_bytes = (SELECT coalesce(sum(length(payload)), 0) FROM events WHERE project_id = projects.id),
        first_event_at = @nowMs, last_event_at = @nowMs, indexed_until = @nowMs`,
    )
    .run({ nowMs })
  database.exec(`
    INSERT INTO payload_dictionaries (project_id, event_id, payload_count)
    SELECT project_id, event_id, 0 FROM events WHERE codec = 'deflate';
    UPDATE payload_dictionaries SET payload_count = 1;
  `)
}
