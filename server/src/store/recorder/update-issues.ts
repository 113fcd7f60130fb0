import type { BulkUpdate } from '../bulk/statements.ts'
import type { IssueRow } from '../issue-row.ts'
import { demoteRegressions } from '../storage/demote-regressions.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import type { PlannedIssue } from './plan-payloads.ts'
import { latestOf, summaryAfter } from './summary-after.ts'

const updateAll = {
  table: 'issues',
  keys: { project_id: 'number', number: 'number' },
  set: {
    level: 'text',
    handling: 'text',
    event_count: 'number',
    first_seen: 'number',
    last_seen: 'number',
    first_release: 'text',
    last_release: 'text',
    sample_count: 'number',
    dictionary_event_id: 'bytes',
  },
  add: { user_count: 'number' },
  raise: {},
} satisfies BulkUpdate

/** Brings each issue's summary up to date, and reopens a resolved one that happened again. */
export async function updateIssues(
  tx: Tx,
  projectId: number,
  planned: PlannedIssue[],
  newUsers: Map<number, number>,
): Promise<void> {
  for (const ofIssue of planned) await recordRegression(tx, projectId, ofIssue)
  const rows = planned.map(({ issue, fingerprints, dictionary }) => {
    const records = fingerprints.flatMap((ofFingerprint) => ofFingerprint.records)
    const sampleCount = fingerprints.reduce((sum, { sampleCount: ofOne }) => sum + ofOne, 0)
    return {
      project_id: projectId,
      number: issue.number,
      ...summaryAfter(issue, records),
      ...looksAfter(issue, records),
      sample_count: issue.sample_count + sampleCount,
      dictionary_event_id: dictionary.eventId,
      user_count: newUsers.get(issue.number) ?? 0,
    }
  })
  await tx.bulk.update(updateAll, rows)
  for (const { issue, regression } of planned)
    if (regression !== undefined) await demoteRegressions(tx, { projectId, number: issue.number })
}

/** Those of the latest event. Title and culprit stay those of the first to come, so that an issue keeps its name. */
function looksAfter(issue: IssueRow, records: EventRecord[]): Pick<IssueRow, 'level' | 'handling'> {
  const latest = latestOf(records)
  const { level, handling } = latest === undefined || latest.occurredAtMs < issue.last_seen ? issue : latest
  return { level, handling }
}

async function recordRegression(
  tx: Tx,
  projectId: number,
  { issue, regression }: PlannedIssue,
): Promise<void> {
  if (regression === undefined) return
  const number = issue.activity_count + 1
  await tx
    .insertInto('activities')
    .values({
      project_id: projectId,
      issue_number: issue.number,
      number,
      kind: 'regressed',
      at: regression.record.occurredAtMs,
      actor: null,
      detail: regression.reason,
    })
    .execute()
  await tx
    .updateTable('issues')
    .set({ status: 'unresolved', status_reason: 'regressed', resolved_at: null, activity_count: number })
    .where('project_id', '=', projectId)
    .where('number', '=', issue.number)
    .execute()
}
