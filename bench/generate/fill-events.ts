import type { Database } from 'better-sqlite3'
import { insertInto } from './insert-into.ts'
import { eventIdOf, placeOf, type EventPlan } from './plan.ts'
import { makePayloads, type Vocabulary } from './vocabulary.ts'

/** Of later events so many have their payload kept. */
const keptOfEvents = 9
const hourMs = 3_600_000

/** Writes the events of a plan. Indexes are made afterwards, each in one go. */
export function fillEvents(
  database: Database,
  plan: EventPlan,
  vocabulary: Vocabulary,
  progress: (done: number) => void,
): void {
  const indexes = dropIndexes(database)
  const payloads = makePayloads(vocabulary, 200)
  const insert = insertInto(
    database,
    'events',
    'project_id, event_id, fingerprint_number, occurred_at, received_at, title, release, environment, user_label, sample_key, payload_state, codec, dictionary_event_id, payload',
  )
  for (let event = 0; event < plan.issueOf.length; event += 1) {
    const issue = plan.issueOf[event] ?? 0
    const { projectId, number } = placeOf(issue)
    const [at, first] = [plan.timeOf(event), plan.firsts[issue] ?? 0]
    const payload = payloads[issue % payloads.length]
    const kept = first === event ? payload?.first : event % keptOfEvents === 4 ? payload?.later : undefined
    const state = first === event ? 'first' : kept ? 'sample' : 'over_issue_budget'
    const codec = kept && (first === event ? 'deflate' : 'deflate-dictionary')
    const title = `Error: of issue ${number}`
    const tags = [`shop@${issue % 40}.0.0`, 'production', `user ${event % 1_000}`, issue % 100]
    const dictionary = kept && first !== event ? eventIdOf(first) : null
    const stored = [state, codec ?? null, dictionary, kept ?? null]
    insert([projectId, eventIdOf(event), number, at, at, title, ...tags, ...stored])
    if (event % 50_000 === 49_999) {
      database.exec('COMMIT; BEGIN')
      progress(event + 1)
    }
  }
  for (const index of indexes) database.exec(index)
}

function dropIndexes(database: Database): string[] {
  const rows = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'events' AND sql IS NOT NULL",
    )
    .all()
  for (const { name } of rows) database.exec(`DROP INDEX ${name}`)
  return rows.map(({ sql }) => sql)
}

/** Counts of every issue and hour, in the order of their key. */
export function fillHours(database: Database, plan: EventPlan): void {
  const insert = insertInto(
    database,
    'fingerprint_hours',
    'project_id, fingerprint_number, hour, event_count',
  )
  const firstHour = Math.floor(plan.timeOf(0) / hourMs)
  const hours = 2_000
  const keys = new Float64Array(plan.issueOf.length)
  for (let event = 0; event < keys.length; event += 1) {
    const { projectId, number } = placeOf(plan.issueOf[event] ?? 0)
    const hour = Math.floor(plan.timeOf(event) / hourMs) - firstHour
    keys[event] = (projectId * 2 ** 24 + number) * hours + hour
  }
  keys.sort()
  for (let from = 0; from < keys.length;) {
    let to = from + 1
    while (keys[to] === keys[from]) to += 1
    const key = keys[from] ?? 0
    const place = Math.floor(key / hours)
    const hour = (firstHour + (key % hours)) * hourMs
    insert([Math.floor(place / 2 ** 24), place % 2 ** 24, hour, to - from])
    from = to
  }
}
