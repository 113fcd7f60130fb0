import type { Updateable } from 'kysely'
import { decideRegression } from '../../domain/regression/decide-regression.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { IssueRecords } from './bind-to-issues.ts'
import type { EventRecord } from './event-record.ts'
import { latestOf, summaryAfter } from './summary-after.ts'

/** Brings each issue's summary up to date, and reopens a resolved one that happened again. */
export async function updateIssues(
  tx: Tx,
  projectId: number,
  bound: IssueRecords[],
  newUsers: Map<number, number>,
): Promise<void> {
  for (const { issue, fingerprints } of bound) {
    const records = fingerprints.flatMap((ofFingerprint) => ofFingerprint.records)
    const regression = await recordRegression(tx, projectId, issue, records)
    await tx
      .updateTable('issues')
      .set({ ...summaryAfter(issue, records), ...looksAfter(issue, records), ...regression })
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
  issue: IssueRow,
  records: EventRecord[],
): Promise<Updateable<Schema['issues']>> {
  const latest = latestOf(records)
  if (latest === undefined) return {}
  const verdict = decideRegression(
    { status: issue.status, resolvedAtMs: issue.resolved_at ?? undefined },
    latest.occurredAtMs,
  )
  if (verdict.kind !== 'regression') return {}
  const number = issue.activity_count + 1
  await tx
    .insertInto('activities')
    .values({
      project_id: projectId,
      issue_number: issue.number,
      number,
      kind: 'regressed',
      at: latest.occurredAtMs,
      actor: null,
      detail: verdict.reason,
    })
    .execute()
  return { status: 'unresolved', status_reason: 'regressed', resolved_at: null, activity_count: number }
}
