import { AppError } from '../domain/app-error.ts'
import { formatIssueId, type IssueKey } from '../domain/issue/issue-id.ts'
import { decideCommand, type CommandKind } from '../domain/triage/decide-command.ts'
import { findIssue } from '../store/issue-find.ts'
import type { IssueRow } from '../store/issue-row.ts'
import { defineUnit, type Tx } from '../store/store.ts'

export interface IssueCommandInput {
  key: IssueKey
  command: CommandKind
  /** Name of the person or token, as the activity shows it. */
  actor: string
  now: number
}

/** Carries out one triage command and notes who did it. One that changes nothing leaves no activity. */
export const commandIssue = defineUnit(
  'issues.command',
  async (tx, { key, command, actor, now }: IssueCommandInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, key.projectId)
    const issue = await findIssue(tx, { kind: 'id', key })
    if (issue === undefined) throw new AppError('not_found', `There is no issue ${formatIssueId(key)}.`)
    const decision = decideCommand(command, stateOf(issue), now)
    if (decision.kind === 'unchanged') return
    const { state, activity } = decision
    const number = issue.activity_count + 1
    // The one that holds its events: it may have been merged meanwhile.
    const main = { projectId: issue.project_id, number: issue.number }
    await updateIssue(tx, main, {
      status: state.status,
      status_reason: state.statusReason,
      resolved_at: state.resolvedAtMs ?? null,
      activity_count: number,
    })
    await insertActivity(tx, main, { number, kind: activity, at: now, actor })
  },
)

function stateOf(issue: IssueRow) {
  return {
    status: issue.status,
    statusReason: issue.status_reason,
    resolvedAtMs: issue.resolved_at ?? undefined,
  }
}

async function updateIssue(
  tx: Tx,
  { projectId, number }: IssueKey,
  changes: Pick<IssueRow, 'status' | 'status_reason' | 'resolved_at' | 'activity_count'>,
): Promise<void> {
  await tx
    .updateTable('issues')
    .set(changes)
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
}

async function insertActivity(
  tx: Tx,
  { projectId, number: issueNumber }: IssueKey,
  activity: { number: number; kind: 'resolved' | 'archived' | 'reopened'; at: number; actor: string },
): Promise<void> {
  await tx
    .insertInto('activities')
    .values({ project_id: projectId, issue_number: issueNumber, ...activity, detail: null })
    .execute()
}
