import { AppError } from '../domain/app-error.ts'
import { readRun } from '../store/grouping-runs.ts'
import { readRegrouping } from '../store/regroup/read-regroupings.ts'
import { defineUnit } from '../store/store.ts'
import { undoWhole } from '../store/undo-whole.ts'

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
    await undoWhole(tx, regrouping, { actor, now })
  },
)
