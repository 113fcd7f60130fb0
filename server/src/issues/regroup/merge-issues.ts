import { AppError } from '../../domain/app-error.ts'
import type { IssueRow } from '../../store/issue-row.ts'
import { addActivity } from '../../store/regroup/add-activity.ts'
import { readFingerprintsOf } from '../../store/regroup/place-fingerprints.ts'
import { regroup } from '../../store/regroup/regroup.ts'
import { defineUnit, type Tx } from '../../store/store.ts'
import { findIssueOfProject } from './find-issue-of-project.ts'
import { readNaming } from './name-issues.ts'

export interface MergeInput {
  projectId: number
  /** Id or short id of the issue that goes on; if it is merged itself, the one that it is merged into. */
  into: string
  /** Of those that become part of it. */
  ids: string[]
  actor: string
  now: number
}

/** Merges issues into one, which keeps its name and status. Answers the number of the regrouping. */
export const mergeIssues = defineUnit(
  'issues.merge',
  async (tx, { projectId, into, ids, actor, now }: MergeInput, dialect): Promise<number> => {
    await dialect.lockProject(tx, projectId)
    const main = await findIssueOfProject(tx, projectId, into)
    const others = await findOthers(tx, main, ids)
    const fingerprints = await readFingerprintsOf(
      tx,
      projectId,
      others.map((issue) => issue.number),
    )
    const regrouping = await regroup(tx, projectId, {
      kind: 'merge',
      actor,
      at: now,
      placements: fingerprints.map(({ number, binding }) => ({
        number,
        to: main.number,
        binding: binding === 'pinned' ? 'pinned' : 'merged',
      })),
      issues: [
        { number: main.number, mergedInto: null },
        ...others.map(({ number }) => ({ number, mergedInto: main.number })),
      ],
    })
    await tell(tx, { main, others, regrouping, actor, now })
    return regrouping
  },
)

async function findOthers(tx: Tx, main: IssueRow, ids: string[]): Promise<IssueRow[]> {
  const others: IssueRow[] = []
  for (const id of ids) {
    const issue = await findIssueOfProject(tx, main.project_id, id)
    if (issue.number === main.number) throw refused(`The issue "${id}" is part of this one already.`)
    if (others.some(({ number }) => number === issue.number))
      throw refused(`The issue "${id}" is named twice.`)
    others.push(issue)
  }
  return others
}

function refused(message: string): AppError {
  return new AppError('invalid', message, { fields: { ids: message } })
}

interface Told {
  main: IssueRow
  others: IssueRow[]
  regrouping: number
  actor: string
  now: number
}

async function tell(tx: Tx, { main, others, regrouping, actor, now }: Told): Promise<void> {
  const name = await readNaming(tx, main.project_id)
  const names = name(others.map((issue) => issue.number))
  const told = {
    project_id: main.project_id,
    kind: 'merged' as const,
    at: now,
    actor,
    regrouping_number: regrouping,
  }
  const verb = others.length === 1 ? 'was' : 'were'
  await addActivity(tx, {
    ...told,
    issue_number: main.number,
    detail: `${names} ${verb} merged into this issue.`,
  })
  for (const { number } of others) {
    await addActivity(tx, {
      ...told,
      issue_number: number,
      detail: `It was merged into ${name([main.number])}.`,
    })
  }
}
