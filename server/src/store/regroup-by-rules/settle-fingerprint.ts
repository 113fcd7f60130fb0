import { readFingerprints } from '../recorder/find-fingerprints.ts'
import type { Summary } from '../recorder/summary-after.ts'
import { recountIssue } from '../regroup/recount-issue.ts'
import { readIssues } from '../regroup/regroup.ts'
import { defineUnit } from '../store.ts'

export interface SettleInput {
  projectId: number
  number: number
  /** Of the events that stay. */
  staying: Summary
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
    if (fingerprint.event_count < staying.event_count) return false
    const stored = await tx
      .selectFrom('events')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', number)
      .executeTakeFirstOrThrow()
    if (stored.count !== staying.event_count) return false
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
    if (fingerprint.event_count === staying.event_count) {
      await tx
        .updateTable('fingerprints')
        .set(staying)
        .where('project_id', '=', projectId)
        .where('number', '=', number)
        .execute()
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
    const key = { projectId, number: fingerprint.issue_number }
    const known = [...(await readIssues(tx, projectId, [key.number])).values()]
    await recountIssue(tx, key, { known })
    return true
  },
)
