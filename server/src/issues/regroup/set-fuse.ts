import { AppError } from '../../domain/app-error.ts'
import { numbersOf } from '../../store/issue-fingerprints.ts'
import { defineUnit } from '../../store/store.ts'
import { findIssueOfProject } from './find-issue-of-project.ts'

export interface FuseInput {
  projectId: number
  /** Id or short id of an issue. */
  of: string
  state: 'on' | 'off'
}

/** Whether further messages of the code paths that began in an issue join it, or make issues of their own. */
export const setFuse = defineUnit(
  'issues.set-fuse',
  async (tx, { projectId, of, state }: FuseInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, projectId)
    const { number } = await findIssueOfProject(tx, projectId, of)
    const changed = await tx
      .updateTable('fuse_stacks')
      .set({ fuse: state })
      .where('project_id', '=', projectId)
      .where('first_fingerprint_number', 'in', numbersOf({ projectId, number }))
      .returning('stack_hash')
      .execute()
    if (changed.length === 0)
      throw new AppError('invalid', 'No code path began in this issue, so there is nothing to bound.')
  },
)
