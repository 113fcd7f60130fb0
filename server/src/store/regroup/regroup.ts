import type { IssueRow } from '../issue-row.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import { placeFingerprints, type Placement } from './place-fingerprints.ts'
import { beforeOf, type Moves } from './moves.ts'
import { recountIssues } from './recount-issues.ts'
import { recountSamples } from './recount-samples.ts'
import { mergeInto, readIssues } from './save-issues.ts'

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
  const shown = moves.issues.filter(({ mergedInto }) => mergedInto === null)
  const recounts = shown.map(({ number }) => {
    const own = rows.get(number)
    return { number, known: [...(own ? [own] : []), ...rows.values()] }
  })
  await recountIssues(tx, projectId, recounts)
  await recountSamples(
    tx,
    projectId,
    moves.issues.map(({ number }) => number),
  )
  return noteRegrouping(tx, projectId, plan, moves)
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
