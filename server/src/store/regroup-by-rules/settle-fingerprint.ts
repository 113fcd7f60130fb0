import type { FingerprintRow } from '../fingerprint-row.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import type { Summary } from '../recorder/summary-after.ts'
import { recountIssues } from '../regroup/recount-issues.ts'
import { readIssues } from '../regroup/save-issues.ts'
import { defineUnit, type Tx } from '../store.ts'

export interface SettleInput {
  projectId: number
  number: number
  /** Of the events that stay; undefined when none does. */
  staying: Summary | undefined
  /** Hex: users none of whose events stay. */
  goneUsers: string[]
  /** When those tag values of which events have left were last seen among the events that stay. */
  tags: { key: string; value: string; lastSeenMs: number }[]
}

/** Users looked for in one statement. */
const atOnce = 500

/**
 * Tells of a fingerprint what is true without the events that left: its users, and when it and its tags were seen.
 * Answers false, and changes nothing, if events came in since those that stay were read. Where more was counted than
 * is stored any more, only what a stored event proves is changed.
 */
export const settleFingerprint = defineUnit(
  'regroup-by-rules.settle-fingerprint',
  async (tx, { projectId, number, staying, goneUsers, tags }: SettleInput, dialect): Promise<boolean> => {
    await dialect.lockProject(tx, projectId)
    const fingerprint = (await readFingerprints(tx, projectId, [number])).get(number)
    if (fingerprint === undefined) return true
    const count = staying?.event_count ?? 0
    if (fingerprint.event_count < count) return false
    const stored = await tx
      .selectFrom('events')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', number)
      .where('codec', 'is not', null)
      .executeTakeFirstOrThrow()
    if (stored.count !== count) return false
    for (const { key, value, lastSeenMs } of tags) {
      await tx
        .updateTable('fingerprint_tags')
        .set({ last_seen: lastSeenMs })
        .where('project_id', '=', projectId)
        .where('fingerprint_number', '=', number)
        .where('key', '=', key)
        .where('value', '=', value)
        .execute()
    }
    // Events of which only the counts are kept were somebody's as well.
    if (fingerprint.event_count === count) {
      await saveSummary(tx, fingerprint, staying)
      for (let start = 0; start < goneUsers.length; start += atOnce) {
        await tx
          .deleteFrom('fingerprint_users')
          .where('project_id', '=', projectId)
          .where('fingerprint_number', '=', number)
          .where(
            'user_hash',
            'in',
            goneUsers.slice(start, start + atOnce).map((hash) => Buffer.from(hash, 'hex')),
          )
          .execute()
      }
    }
    const issue = fingerprint.issue_number
    const known = [...(await readIssues(tx, projectId, [issue])).values()]
    await recountIssues(tx, projectId, [{ number: issue, known }])
    return true
  },
)

/** One that has no event any more keeps when it was seen: nobody is told of it. */
async function saveSummary(
  tx: Tx,
  { project_id: projectId, number }: FingerprintRow,
  staying: Summary | undefined,
): Promise<void> {
  if (staying === undefined) return
  await tx
    .updateTable('fingerprints')
    .set(staying)
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
}
