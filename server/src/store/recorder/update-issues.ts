import type { Updateable } from 'kysely'
import type { IssueRow } from '../issue-row.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import type { PlannedIssue } from './plan-payloads.ts'
import { latestOf, summaryAfter } from './summary-after.ts'

/** Brings each issue's summary up to date, and reopens a resolved one that happened again. */
export async function updateIssues(
  tx: Tx,
  projectId: number,
  planned: PlannedIssue[],
  newUsers: Map<number, number>,
): Promise<void> {
  for (const ofIssue of planned) {
    const { issue, fingerprints, dictionary } = ofIssue
    const records = fingerprints.flatMap((ofFingerprint) => ofFingerprint.records)
    const sampleCount = fingerprints.reduce((sum, { sampleCount: ofOne }) => sum + ofOne, 0)
    const regression = await recordRegression(tx, projectId, ofIssue)
    await tx
      .updateTable('issues')
      .set({ ...summaryAfter(issue, records), ...looksAfter(issue, records), ...regression })
      .set({ sample_count: issue.sample_count + sampleCount, dictionary_event_id: dictionary.eventId })
      .set((eb) => ({ user_count: eb('user_count', '+', newUsers.get(issue.number) ?? 0) }))
      .where('project_id', '=', projectId)
      .where('number', '=', issue.number)
      .execute()
  }
}

/** Those of the latest event. Title and culprit stay those of the first to come, so that an issue keeps its name. */
function looksAfter(issue: IssueRow, records: EventRecord[]): Updateable<Schema['issues']> {
  const latest = latestOf(records)
  if (latest === undefined || latest.occurredAtMs < issue.last_seen) return {}
  return { level: latest.level, handling: latest.handling }
}

async function recordRegression(
  tx: Tx,
  projectId: number,
  { issue, regression }: PlannedIssue,
): Promise<Updateable<Schema['issues']>> {
  if (regression === undefined) return {}
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
  return { status: 'unresolved', status_reason: 'regressed', resolved_at: null, activity_count: number }
}
