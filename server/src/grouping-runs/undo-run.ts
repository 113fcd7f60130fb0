import { AppError } from '../domain/app-error.ts'
import { readRun } from '../store/grouping-runs.ts'
import { addActivities } from '../store/regroup/add-activity.ts'
import { readRegrouping } from '../store/regroup/read-regroupings.ts'
import { findObstacle, undoMoves } from '../store/regroup/undo-moves.ts'
import { undoRules } from '../store/regroup-by-rules/undo-rules.ts'
import { defineUnit } from '../store/store.ts'

export interface UndoRunInput {
  projectId: number
  number: number
  actor: string
  now: number
}

/** Puts back what applying rules changed, the rules included, in one step. */
export const undoRun = defineUnit(
  'grouping-runs.undo',
  async (tx, { projectId, number, actor, now }: UndoRunInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, projectId)
    const run = await readRun(tx, projectId, number)
    if (run === undefined) throw new AppError('not_found', `There is no run ${number} in this project.`)
    if (run.state === 'undone') throw new AppError('conflict', 'This has been undone already.')
    const regrouping =
      run.regrouping_number === null ? undefined : await readRegrouping(tx, projectId, run.regrouping_number)
    if (regrouping === undefined)
      throw new AppError('conflict', 'A trial changes nothing, so there is nothing to undo.')
    const obstacle = await findObstacle(tx, regrouping)
    if (obstacle !== undefined)
      throw new AppError(
        'conflict',
        `Regrouping ${obstacle} came later and is about the same issues. Undo that one first.`,
      )
    await undoRules(tx, regrouping)
    await undoMoves(tx, regrouping)
    const activities = regrouping.moves.issues.map((issue) => ({
      issue_number: issue.number,
      kind: 'regrouped' as const,
      at: now,
      actor,
      detail: 'Undid what rules had regrouped.',
    }))
    await addActivities(tx, projectId, activities)
  },
)
