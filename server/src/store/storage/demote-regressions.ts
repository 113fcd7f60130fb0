import type { IssueKey } from '../../domain/issue/issue-id.ts'
import { numbersOf } from '../issue-fingerprints.ts'
import type { Tx } from '../store.ts'
import { inState } from './exempt.ts'
import { addSamples, countBy } from './uncount-payloads.ts'

/** Of an issue that fails again and again, this many regressions are always kept. */
const mostOfAnIssue = 50

/** Makes samples of the regressions of an issue but for the newest. To be called when it has one more. */
export async function demoteRegressions(tx: Tx, key: IssueKey): Promise<void> {
  const rows = await tx
    .selectFrom('events')
    .select(['event_id', 'fingerprint_number', 'received_at'])
    .where('project_id', '=', key.projectId)
    .where('fingerprint_number', 'in', numbersOf(key))
    .where(inState('regression'))
    .execute()
  const older = rows.toSorted((a, b) => b.received_at - a.received_at).slice(mostOfAnIssue)
  if (older.length === 0) return
  await tx
    .updateTable('events')
    .set({ payload_state: 'sample' })
    .where('project_id', '=', key.projectId)
    .where(
      'event_id',
      'in',
      older.map((row) => row.event_id),
    )
    .execute()
  await addSamples(
    tx,
    key.projectId,
    countBy(older, (row) => row.fingerprint_number),
    1,
  )
}
