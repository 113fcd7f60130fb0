import type { Event } from '../../domain/event/event.ts'
import { isUnhandled } from '../../domain/event/is-unhandled.ts'
import { readEvent } from '../event-read.ts'
import type { FingerprintRow } from '../fingerprint-row.ts'
import { walkEvents } from '../issue-events.ts'
import type { IssueRow } from '../issue-row.ts'
import { groupBy } from '../recorder/group-by.ts'
import { inSlices } from '../recorder/in-slices.ts'
import type { Tx } from '../store.ts'
import { readFingerprintsOf } from './place-fingerprints.ts'
import { readIssues, saveIssues } from './save-issues.ts'
import { summariseFingerprints } from './summarise-fingerprints.ts'

/** Level and handling, which are those of an issue's latest event, with its time. */
export type Looks = Pick<IssueRow, 'level' | 'handling' | 'last_seen'>

/** What an issue is when no event has come since it was this. */
export type Known = Looks & Pick<IssueRow, 'event_count' | 'first_release' | 'last_release'>

export interface Recount {
  number: number
  /** States whose looks may still hold, the likeliest first; if none does, the latest event is read. */
  known: Looks[]
  /** A state that comes back as it was when nothing has come since. */
  before?: Known
}

/** Writes the summaries of issues as their fingerprints make them: many in a few statements. */
export async function recountIssues(tx: Tx, projectId: number, recounts: Recount[]): Promise<void> {
  for (const slice of inSlices(recounts)) {
    const numbers = slice.map(({ number }) => number)
    const rows = await readIssues(tx, projectId, numbers)
    const held = groupBy(await readFingerprintsOf(tx, projectId, numbers), (row) => row.issue_number)
    const users = await countUsers(tx, projectId, numbers)
    const counted: IssueRow[] = []
    for (const recount of slice) {
      const row = rows.get(recount.number)
      const after = row && (await summaryOf(tx, row, held.get(row.number) ?? [], recount))
      if (after !== undefined) counted.push({ ...after, user_count: users.get(recount.number) ?? 0 })
    }
    await saveIssues(tx, counted)
  }
}

async function summaryOf(
  tx: Tx,
  row: IssueRow,
  fingerprints: FingerprintRow[],
  { known, before }: Recount,
): Promise<IssueRow | undefined> {
  const summary = summariseFingerprints(fingerprints)
  if (summary === undefined) return undefined
  const isAsBefore = before !== undefined && before.event_count === summary.event_count
  const looks = isAsBefore ? before : await findLooks(tx, row, summary.last_seen, known)
  const releases = isAsBefore && { first_release: before.first_release, last_release: before.last_release }
  return {
    ...row,
    ...summary,
    ...releases,
    ...(looks && { level: looks.level, handling: looks.handling }),
  }
}

async function findLooks(
  tx: Tx,
  { project_id: projectId, number, level: sofar }: IssueRow,
  lastSeen: number,
  known: Looks[],
): Promise<Pick<IssueRow, 'level' | 'handling'> | undefined> {
  const still = known.find((looks) => looks.last_seen === lastSeen)
  if (still !== undefined) return still
  const key = { projectId, number }
  const [latest] = await walkEvents(tx, key, { direction: 'older', limit: 1 })
  const found = latest && (await readEvent(tx, key, latest.event_id))
  if (found?.event === undefined) return undefined
  // What was stored by an old version may name none.
  const event: Pick<Partial<Event>, 'level'> = found.event
  return { level: event.level ?? sofar, handling: isUnhandled(found.event) ? 'unhandled' : 'handled' }
}

/** By issue: one whom several of its fingerprints have is counted once. */
async function countUsers(tx: Tx, projectId: number, numbers: number[]): Promise<Map<number, number>> {
  const rows = await tx
    .selectFrom('fingerprints as f')
    .innerJoin('fingerprint_users as u', (join) =>
      join.onRef('u.project_id', '=', 'f.project_id').onRef('u.fingerprint_number', '=', 'f.number'),
    )
    .select('f.issue_number')
    .select(({ fn }) => fn.count<number | string>('u.user_hash').distinct().as('users'))
    .where('f.project_id', '=', projectId)
    .where('f.issue_number', 'in', numbers)
    .groupBy('f.issue_number')
    .execute()
  return new Map(rows.map((row) => [row.issue_number, Number(row.users)]))
}
