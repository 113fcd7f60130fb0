import type { Database } from 'better-sqlite3'
import { seedRandom } from '../load/random.ts'
import { insertInto, type Insert } from './insert-into.ts'
import { eventIdOf, placeOf, type EventPlan } from './plan.ts'
import { phrase, pickOften, type Vocabulary } from './vocabulary.ts'

const weekMs = 7 * 24 * 3_600_000
const framesOfIssue = 6
const ofEvery = ['error', 'production', 'shop', 'linux', 'chrome']

interface Inserts {
  issue: Insert
  fingerprint: Insert
  hash: Insert
  document: Insert
  index: Insert
  activity: Insert
  tagKey: Insert
  tag: Insert
}

/** Writes the issues of a plan with all that is counted for them, and what they are found by. */
export function fillIssues(
  database: Database,
  plan: EventPlan,
  vocabulary: Vocabulary,
  { nowMs, progress }: { nowMs: number; progress: (done: number) => void },
): void {
  const inserts = prepareInserts(database)
  const random = seedRandom(3)
  for (let issue = 0; issue < plan.counts.length; issue += 1) {
    const heading = headingOf(issue, vocabulary, random)
    writeIssue(inserts, plan, issue, { nowMs, ...heading })
    if (issue < 2_000 || issue % 20 === 0) writeTags(inserts, plan, issue)
    if (issue % 10_000 === 9_999) {
      database.exec('COMMIT; BEGIN')
      progress(issue + 1)
    }
  }
}

function prepareInserts(database: Database): Inserts {
  const counted = 'event_count, first_seen, last_seen'
  const named = 'title, type, value, culprit'
  return {
    issue: insertInto(
      database,
      'issues',
      `project_id, number, ${named}, ${counted}, status, status_reason, level, platform, handling, user_count, dictionary_event_id`,
    ),
    fingerprint: insertInto(
      database,
      'fingerprints',
      `project_id, number, ${named}, ${counted}, issue_number, first_issue_number, binding, created_at`,
    ),
    hash: insertInto(
      database,
      'fingerprint_hashes',
      'project_id, version, hash, fingerprint_number, tier, parts, comparison, created_at',
    ),
    document: insertInto(database, 'search_documents', 'project_id, fingerprint_number, words'),
    index: insertInto(database, 'search_index', 'rowid, words'),
    activity: insertInto(database, 'activities', 'project_id, issue_number, number, kind, at'),
    tagKey: insertInto(
      database,
      'fingerprint_tag_keys',
      'project_id, fingerprint_number, key, value_count, other_count',
    ),
    tag: insertInto(
      database,
      'fingerprint_tags',
      'project_id, fingerprint_number, key, value, event_count, last_seen',
    ),
  }
}

function headingOf(
  issue: number,
  { types, problems, calls, crumbs }: Vocabulary,
  random: ReturnType<typeof seedRandom>,
) {
  const frames = Array.from({ length: framesOfIssue }, () => pickOften(random, calls))
  const [site] = frames
  const type = pickOften(random, types)
  const value = (problems[random.below(problems.length)] ?? '').replace('#', `item${issue.toString(36)}`)
  const crumb = pickOften(random, crumbs)
  const words = new Set([
    ...type.words,
    ...phrase(value).words,
    ...frames.flatMap((frame) => [...frame.function.words, ...frame.file.words]),
    ...crumb.words,
    ...ofEvery,
    String(1 + (issue % 40)),
  ])
  return {
    heading: [
      `${type.text}: ${value}`,
      type.text,
      value,
      `${site?.file.text} in ${site?.function.text}`,
    ] as const,
    words: [...words],
  }
}

interface Written {
  nowMs: number
  heading: readonly string[]
  words: string[]
}

function writeIssue(
  inserts: Inserts,
  plan: EventPlan,
  issue: number,
  { nowMs, heading, words }: Written,
): void {
  const { projectId, number } = placeOf(issue)
  const first = plan.firsts[issue] ?? 0
  const [firstSeen, lastSeen] = [plan.timeOf(first), plan.timeOf(plan.lasts[issue] ?? 0)]
  const count = plan.counts[issue] ?? 0
  const status = issue % 7 === 3 ? 'resolved' : issue % 19 === 5 ? 'archived' : 'unresolved'
  const isNew = firstSeen > nowMs - weekMs
  const reason =
    status === 'unresolved' ? (issue % 997 === 1 ? 'regressed' : isNew ? 'new' : 'ongoing') : status
  const level = issue % 50 === 7 ? 'fatal' : issue % 11 === 2 ? 'warning' : 'error'
  const row = [projectId, number, ...heading, count, firstSeen, lastSeen]
  inserts.issue([...row, status, reason, level, 'node', 'handled', Math.ceil(count / 3), eventIdOf(first)])
  inserts.fingerprint([...row, number, number, 'own', firstSeen])
  inserts.hash([projectId, 1, eventIdOf(issue), number, 'exception', '[]', 'done', firstSeen])
  inserts.activity([projectId, number, 1, 'first_seen', firstSeen])
  inserts.document([projectId, number, ` ${words.join(' ')} `])
  inserts.index([projectId * 2 ** 32 + number, words.map((word) => `${projectId}·${word}`).join(' ')])
}

function writeTags(inserts: Inserts, plan: EventPlan, issue: number): void {
  const { projectId, number } = placeOf(issue)
  const count = plan.counts[issue] ?? 0
  const lastSeen = plan.timeOf(plan.lasts[issue] ?? 0)
  for (const [key, most] of [
    ['browser', 5],
    ['environment', 1],
    ['release', 3],
    ['url', 100],
  ] as const) {
    const values = Math.min(most, count)
    inserts.tagKey([projectId, number, key, values, 0])
    for (let value = 0; value < values; value += 1)
      inserts.tag([projectId, number, key, `${key} ${value}`, Math.ceil(count / values), lastSeen])
  }
}
