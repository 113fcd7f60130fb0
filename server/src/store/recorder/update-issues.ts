import type { Updateable } from 'kysely'
import { decideRegression } from '../../domain/regression/decide-regression.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { IssueRow } from '../issue-row.ts'
import type { IssueRecords } from './bind-to-issues.ts'
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

/** Title and culprit stay those of the first event to come, so that an issue keeps its name. */
function summaryAfter(issue: IssueRow, records: EventRecord[]): Updateable<Schema['issues']> {
  return {
    event_count: issue.event_count + records.length,
    ...asOfEarliest(issue, earliestOf(records)),
    ...asOfLatest(issue, latestOf(records)),
  }
}

function asOfEarliest(issue: IssueRow, earliest: EventRecord | undefined): Updateable<Schema['issues']> {
  if (earliest === undefined || earliest.occurredAtMs >= issue.first_seen) return {}
  return { first_seen: earliest.occurredAtMs, first_release: earliest.release ?? issue.first_release }
}

function asOfLatest(issue: IssueRow, latest: EventRecord | undefined): Updateable<Schema['issues']> {
  if (latest === undefined || latest.occurredAtMs < issue.last_seen) return {}
  return {
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

function earliestOf(records: EventRecord[]): EventRecord | undefined {
  return records.reduce<EventRecord | undefined>(
    (earliest, record) =>
      earliest === undefined || record.occurredAtMs < earliest.occurredAtMs ? record : earliest,
    undefined,
  )
}
