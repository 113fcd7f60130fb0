import { isUnhandled } from '../../domain/event/is-unhandled.ts'
import type { IssueKey } from '../../domain/issue/issue-id.ts'
import { readEvent } from '../event-read.ts'
import { walkEvents } from '../issue-events.ts'
import { numbersOf } from '../issue-fingerprints.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Tx } from '../store.ts'
import { readFingerprintsOf } from './move-fingerprints.ts'
import { summariseFingerprints } from './summarise-fingerprints.ts'

/** Level and handling, which are those of an issue's latest event, with its time. */
export type Looks = Pick<IssueRow, 'level' | 'handling' | 'last_seen'>

/** What an issue is when no event has come since it was this. */
export type Known = Looks & Pick<IssueRow, 'event_count' | 'first_release' | 'last_release'>

/**
 * Writes an issue's summary as its fingerprints make it. `known` are states whose looks may still hold, the likeliest
 * first; if none does, the latest event is read. `before` is a state that comes back as it was when nothing has come
 * since.
 */
export async function recountIssue(
  tx: Tx,
  key: IssueKey,
  { known, before }: { known: Looks[]; before?: Known | undefined },
): Promise<void> {
  const fingerprints = await readFingerprintsOf(tx, key.projectId, [key.number])
  const summary = summariseFingerprints(fingerprints)
  if (summary === undefined) return
  const isAsBefore = before !== undefined && before.event_count === summary.event_count
  const looks = isAsBefore ? before : await findLooks(tx, key, summary.last_seen, known)
  const releases = isAsBefore && { first_release: before.first_release, last_release: before.last_release }
  await tx
    .updateTable('issues')
    .set({ ...summary, ...releases, user_count: await countUsers(tx, key) })
    .set(looks === undefined ? {} : { level: looks.level, handling: looks.handling })
    .where('project_id', '=', key.projectId)
    .where('number', '=', key.number)
    .execute()
}

async function findLooks(
  tx: Tx,
  key: IssueKey,
  lastSeen: number,
  known: Looks[],
): Promise<Pick<IssueRow, 'level' | 'handling'> | undefined> {
  const still = known.find((looks) => looks.last_seen === lastSeen)
  if (still !== undefined) return still
  const [latest] = await walkEvents(tx, key, { direction: 'older', limit: 1 })
  const found = latest && (await readEvent(tx, key, latest.event_id))
  return found && { level: found.event.level, handling: isUnhandled(found.event) ? 'unhandled' : 'handled' }
}

async function countUsers(tx: Tx, key: IssueKey): Promise<number> {
  const row = await tx
    .selectFrom('fingerprint_users')
    .select(({ fn }) => fn.count<number | string>('user_hash').distinct().as('users'))
    .where('project_id', '=', key.projectId)
    .where('fingerprint_number', 'in', numbersOf(key))
    .executeTakeFirstOrThrow()
  return Number(row.users)
}
