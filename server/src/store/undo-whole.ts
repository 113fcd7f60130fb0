import { AppError } from '../domain/app-error.ts'
import { undoRules } from './regroup-by-rules/undo-rules.ts'
import { addActivities } from './regroup/add-activity.ts'
import type { RegroupingRow } from './regroup/read-regroupings.ts'
import { findObstacle, undoMoves } from './regroup/undo-moves.ts'
import type { Tx } from './store.ts'

/**
 * Brings back what there was before a regrouping of whatever kind, in one step, and tells it to every issue. Throws
 * `conflict` when a later one is in the way. The project is locked already.
 */
export async function undoWhole(
  tx: Tx,
  regrouping: RegroupingRow,
  { actor, now: at }: { actor: string; now: number },
): Promise<void> {
  const obstacle = await findObstacle(tx, regrouping)
  if (obstacle !== undefined) {
    throw new AppError(
      'conflict',
      `Regrouping ${obstacle} came later and is about the same issues. Undo that one first.`,
    )
  }
  const { project_id: projectId, kind, moves } = regrouping
  if (kind === 'rules') await undoRules(tx, regrouping)
  await undoMoves(tx, regrouping)
  const activities = moves.issues.map(({ number }) => ({ issue_number: number, ...undone[kind], at, actor }))
  await addActivities(tx, projectId, activities)
}

const undone = {
  merge: { kind: 'unmerged', detail: 'Undid a merge.' },
  unmerge: { kind: 'merged', detail: 'Undid taking it apart.' },
  rules: { kind: 'regrouped', detail: 'Undid what rules had regrouped.' },
} as const
