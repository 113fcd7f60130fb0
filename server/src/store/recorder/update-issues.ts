import type { Updateable } from 'kysely'
import { decideRegression } from '../../domain/regression/decide-regression.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { IssueRecords, IssueRow } from './bind-to-issues.ts'
import type { EventRecord } from './event-record.ts'

/** Brings each issue's summary up to date, and reopens a resolved one that happened again. */
export async function updateIssues(
  tx: Tx,
  projectId: number,
  bound: IssueRecords[],
  newUsers: Map<number, number>,
): Promise<void> {
  for (const { issue, records } of bound) {
    const regression = await recordRegression(tx, projectId, issue, records)
    await tx
      .updateTable('issues')
      .set({ ...summaryAfter(issue, records), ...regression })
      .set((eb) => ({ user_count: eb('user_count', '+', newUsers.get(issue.number) ?? 0) }))
      .where('project_id', '=', projectId)
      .where('number', '=', issue.number)
      .execute()
  }
}

/** Title and culprit stay those of the first event, so that an issue keeps its name; the rest is the latest's. */
function summaryAfter(issue: IssueRow, records: EventRecord[]): Updateable<Schema['issues']> {
  const latest = latestOf(records)
  const counted = {
    event_count: issue.event_count + records.length,
    first_seen: Math.min(issue.first_seen, ...records.map((record) => record.occurredAtMs)),
  }
  if (latest === undefined || latest.occurredAtMs < issue.last_seen) return counted
  return {
    ...counted,
    last_seen: latest.occurredAtMs,
    level: latest.level,
    handling: latest.handling,
    last_release: latest.release ?? issue.last_release,
  }
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

function latestOf(records: EventRecord[]): EventRecord | undefined {
  return records.reduce<EventRecord | undefined>(
    (latest, record) =>
      latest === undefined || record.occurredAtMs >= latest.occurredAtMs ? record : latest,
    undefined,
  )
}
