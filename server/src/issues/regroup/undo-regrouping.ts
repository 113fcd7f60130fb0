import { AppError } from '../../domain/app-error.ts'
import { addActivity } from '../../store/regroup/add-activity.ts'
import { readRegrouping, type RegroupingRow } from '../../store/regroup/read-regroupings.ts'
import { findObstacle, undoMoves } from '../../store/regroup/undo-moves.ts'
import { undoRules } from '../../store/regroup-by-rules/undo-rules.ts'
import { defineUnit, type Tx } from '../../store/store.ts'

export interface UndoInput {
  projectId: number
  number: number
  actor: string
  now: number
}

/** Undoes a regrouping in one step. */
export const undoRegrouping = defineUnit(
  'issues.undo-regrouping',
  async (tx, { projectId, number, actor, now }: UndoInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, projectId)
    const regrouping = await readRegrouping(tx, projectId, number)
    if (regrouping === undefined)
      throw new AppError('not_found', `There is no regrouping ${number} in this project.`)
    if (regrouping.state === 'undone')
      throw new AppError('conflict', `Regrouping ${number} is already undone.`)
    const obstacle = await findObstacle(tx, regrouping)
    if (obstacle !== undefined) {
      throw new AppError(
        'conflict',
        `Regrouping ${obstacle} came later and is about the same issues. Undo that one first.`,
      )
    }
    if (regrouping.kind === 'rules') await undoRules(tx, regrouping)
    await undoMoves(tx, regrouping)
    await tell(tx, regrouping, actor, now)
  },
)

const undone = {
  merge: { kind: 'unmerged', detail: 'Undid a merge.' },
  unmerge: { kind: 'merged', detail: 'Undid taking it apart.' },
  rules: { kind: 'regrouped', detail: 'Undid what rules had regrouped.' },
} as const

async function tell(
  tx: Tx,
  { project_id, kind, moves }: RegroupingRow,
  actor: string,
  at: number,
): Promise<void> {
  for (const { number } of moves.issues) {
    await addActivity(tx, { project_id, issue_number: number, ...undone[kind], at, actor })
  }
}
