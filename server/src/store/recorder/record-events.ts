import { groupBy } from './group-by.ts'
import type { Dialect, Tx } from '../store.ts'
import { bindToIssues } from './bind-to-issues.ts'
import { countHours } from './count-hours.ts'
import { countTags } from './count-tags.ts'
import { countUsers } from './count-users.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { EventRecord, Recorded } from './event-record.ts'
import { insertEvents } from './insert-events.ts'
import { touchProject } from './touch-project.ts'
import { updateIssues } from './update-issues.ts'
import { withoutDuplicates } from './without-duplicates.ts'

/**
 * Records a batch in the transaction that it is given; the answer has one entry for each record, in order.
 * Work is done once per project and issue, however many events of a storm are in the batch.
 */
export async function recordEvents(
  tx: Tx,
  dialect: Dialect,
  dictionaries: Dictionaries,
  records: EventRecord[],
): Promise<Recorded[]> {
  const recorded = new Map<EventRecord, Recorded>()
  // Sorted, so that two servers that lock several projects cannot wait for each other.
  const byProject = [...groupBy(records, (record) => record.projectId)].sort(([a], [b]) => a - b)
  for (const [projectId, ofProject] of byProject) {
    await dialect.lockProject(tx, projectId)
    await recordProject(tx, dictionaries, projectId, ofProject, recorded)
  }
  return records.map((record) => recorded.get(record) ?? { kind: 'duplicate' })
}

async function recordProject(
  tx: Tx,
  dictionaries: Dictionaries,
  projectId: number,
  records: EventRecord[],
  recorded: Map<EventRecord, Recorded>,
): Promise<void> {
  const fresh = await withoutDuplicates(tx, projectId, records)
  if (fresh.length === 0) return
  const bound = await bindToIssues(tx, projectId, fresh)
  await insertEvents(tx, dictionaries, projectId, bound)
  await countHours(tx, projectId, bound)
  await countTags(tx, projectId, bound)
  const newUsers = await countUsers(tx, projectId, bound)
  await updateIssues(tx, projectId, bound, newUsers)
  await touchProject(tx, projectId, fresh)
  for (const { issue, records: ofIssue } of bound) {
    for (const record of ofIssue) recorded.set(record, { kind: 'stored', issueNumber: issue.number })
  }
}
