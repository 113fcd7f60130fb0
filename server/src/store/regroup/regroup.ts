import type { IssueRow } from '../issue-row.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import { placeFingerprints, type Placement } from './move-fingerprints.ts'
import { beforeOf, type IssueMove, type Moves } from './moves.ts'
import { recountIssue } from './recount-issue.ts'

export interface RegroupPlan {
  kind: Schema['regroupings']['kind']
  /** Null for the server itself. */
  actor: string | null
  at: number
  placements: Placement[]
  /** Every issue that gives or takes, in the order in which a person is told of them. */
  issues: { number: number; mergedInto: number | null; isNew?: boolean }[]
}

/**
 * Moves fingerprints between issues, and issues in and out of sight, counts anew what changed, and notes all of it so
 * that it can be undone. Answers the number of the regrouping. The project is locked already.
 */
export async function regroup(tx: Tx, projectId: number, plan: RegroupPlan): Promise<number> {
  const rows = await readIssues(
    tx,
    projectId,
    plan.issues.map(({ number }) => number),
  )
  const moves = await movesOf(tx, projectId, plan, rows)
  await placeFingerprints(tx, projectId, plan.placements)
  await mergeInto(tx, projectId, moves.issues)
  for (const { number, mergedInto } of moves.issues) {
    if (mergedInto !== null) continue
    const own = rows.get(number)
    const known = [...(own ? [own] : []), ...rows.values()]
    await recountIssue(tx, { projectId, number }, { known })
  }
  return noteRegrouping(tx, projectId, plan, moves)
}

/** Shows or hides issues, each as its move says. */
export async function mergeInto(
  tx: Tx,
  projectId: number,
  issues: Pick<IssueMove, 'number' | 'mergedInto'>[],
): Promise<void> {
  for (const { number, mergedInto } of issues) {
    await tx
      .updateTable('issues')
      .set({ merged_into: mergedInto })
      .where('project_id', '=', projectId)
      .where('number', '=', number)
      .execute()
  }
}

export async function readIssues(
  tx: Tx,
  projectId: number,
  numbers: number[],
): Promise<Map<number, IssueRow>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}

async function movesOf(
  tx: Tx,
  projectId: number,
  { placements, issues }: RegroupPlan,
  rows: Map<number, IssueRow>,
): Promise<Moves> {
  const fingerprints = await readFingerprints(
    tx,
    projectId,
    placements.map(({ number }) => number),
  )
  return {
    fingerprints: placements.flatMap(({ number, to, binding }) => {
      const row = fingerprints.get(number)
      if (row === undefined) return []
      return { number, from: row.issue_number, to, binding: { before: row.binding, after: binding } }
    }),
    issues: issues.map(({ number, mergedInto, isNew }) => {
      const row = rows.get(number)
      return { number, mergedInto, before: isNew || row === undefined ? null : beforeOf(row) }
    }),
  }
}

async function noteRegrouping(
  tx: Tx,
  projectId: number,
  { kind, actor, at }: RegroupPlan,
  moves: Moves,
): Promise<number> {
  const { last_regrouping_number: number } = await tx
    .updateTable('projects')
    .set((eb) => ({ last_regrouping_number: eb('last_regrouping_number', '+', 1) }))
    .where('id', '=', projectId)
    .returning('last_regrouping_number')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('regroupings')
    .values({ project_id: projectId, number, kind, state: 'done', at, actor, moves: JSON.stringify(moves) })
    .execute()
  return number
}
