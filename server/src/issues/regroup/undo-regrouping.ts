import { AppError } from '../../domain/app-error.ts'
import { readRegrouping } from '../../store/regroup/read-regroupings.ts'
import { defineUnit } from '../../store/store.ts'
import { undoWhole } from '../../store/undo-whole.ts'

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
    await undoWhole(tx, regrouping, { actor, now })
  },
)
