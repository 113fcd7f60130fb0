import type { IssueKey } from '../../domain/issue/issue-id.ts'
import { groupBy } from '../recorder/group-by.ts'
import type { Tx } from '../store.ts'
import { placeFingerprints, readFingerprintsOf } from './move-fingerprints.ts'
import type { IssueBefore, IssueMove, Moves } from './moves.ts'
import { listLaterRegroupings, type RegroupingRow } from './read-regroupings.ts'
import { recountIssue } from './recount-issue.ts'
import { mergeInto, readIssues } from './regroup.ts'

/** Brings back how things were, but for what has been counted and decided since. */
export async function undoMoves(
  tx: Tx,
  { project_id: projectId, number, moves }: RegroupingRow,
): Promise<void> {
  const rows = await readIssues(
    tx,
    projectId,
    moves.issues.map((issue) => issue.number),
  )
  await placeFingerprints(
    tx,
    projectId,
    moves.fingerprints.map((move) => ({ number: move.number, to: move.from, binding: move.binding.before })),
  )
  await mergeInto(tx, projectId, issuesBefore(moves))
  for (const { number: issueNumber, before } of moves.issues) {
    const key = { projectId, number: issueNumber }
    const now = rows.get(issueNumber)
    if (before === null || now === undefined) continue
    if (before.merged_into === null) await recountIssue(tx, key, { known: [before, now], before })
    else await restore(tx, key, before)
  }
  await tx
    .updateTable('regroupings')
    .set({ state: 'undone' })
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
}

/** An issue that was made for the occasion goes into the one that its fingerprints came from. */
function issuesBefore({ issues, fingerprints }: Moves): Pick<IssueMove, 'number' | 'mergedInto'>[] {
  return issues.map(({ number, before }) => {
    const origin = fingerprints.find((move) => move.to === number)?.from ?? null
    return { number, mergedInto: before === null ? origin : before.merged_into }
  })
}

/** An issue that is out of sight again: what was decided and counted meanwhile is another's by now. */
async function restore(tx: Tx, { projectId, number }: IssueKey, before: IssueBefore): Promise<void> {
  await tx
    .updateTable('issues')
    .set(before)
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
}

/** The number of a later regrouping that has to be undone first; undefined when nothing stands in the way. */
export async function findObstacle(
  tx: Tx,
  { project_id: projectId, number, moves }: RegroupingRow,
): Promise<number | undefined> {
  const later = await listLaterRegroupings(tx, projectId, number)
  const fingerprints = new Set(moves.fingerprints.map((move) => move.number))
  const touching = later.find((row) => row.moves.fingerprints.some((move) => fingerprints.has(move.number)))
  if (touching !== undefined) return touching.number
  if (await wouldBeWhole(tx, projectId, moves)) return undefined
  const issues = new Set(moves.issues.map((issue) => issue.number))
  return later.find((row) => row.moves.issues.some((issue) => issues.has(issue.number)))?.number ?? number
}

/** Whether issues are as they were left, and each would be left with fingerprints exactly when it is in sight. */
async function wouldBeWhole(tx: Tx, projectId: number, moves: Moves): Promise<boolean> {
  const numbers = moves.issues.map((issue) => issue.number)
  const rows = await readIssues(tx, projectId, numbers)
  if (moves.issues.some((issue) => rows.get(issue.number)?.merged_into !== issue.mergedInto)) return false
  const held = groupBy(await readFingerprintsOf(tx, projectId, numbers), (row) => row.issue_number)
  return issuesBefore(moves).every(({ number, mergedInto }) => {
    const gained = moves.fingerprints.filter((move) => move.from === number).length
    const lost = moves.fingerprints.filter((move) => move.to === number).length
    const left = (held.get(number)?.length ?? 0) + gained - lost
    return mergedInto === null ? left > 0 : left === 0
  })
}
