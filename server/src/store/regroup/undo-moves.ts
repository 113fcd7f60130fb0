import type { IssueRow } from '../issue-row.ts'
import { groupBy } from '../recorder/group-by.ts'
import type { Tx } from '../store.ts'
import { placeFingerprints, readFingerprintsOf } from './place-fingerprints.ts'
import type { IssueMove, Moves } from './moves.ts'
import { listLaterRegroupings, type RegroupingRow } from './read-regroupings.ts'
import { recountIssues, type Recount } from './recount-issues.ts'
import { recountSamples } from './recount-samples.ts'
import { mergeInto, readIssues, saveIssues } from './save-issues.ts'

/** Brings back how things were, but for what has been counted and decided since. */
export async function undoMoves(
  tx: Tx,
  { project_id: projectId, number, moves }: RegroupingRow,
): Promise<void> {
  await placeFingerprints(
    tx,
    projectId,
    moves.fingerprints.map((move) => ({ number: move.number, to: move.from, binding: move.binding.before })),
  )
  await restoreIssues(tx, projectId, moves)
  await tx
    .updateTable('regroupings')
    .set({ state: 'undone' })
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
}

/** Issues that are out of sight again are as they were: what was decided and counted meanwhile is another's by now. */
async function restoreIssues(tx: Tx, projectId: number, moves: Moves): Promise<void> {
  const numbers = moves.issues.map((issue) => issue.number)
  const rows = await readIssues(tx, projectId, numbers)
  await mergeInto(tx, projectId, issuesBefore(moves))
  const hidden: IssueRow[] = []
  const shown: Recount[] = []
  for (const { number, before } of moves.issues) {
    const now = rows.get(number)
    if (before === null || now === undefined) continue
    if (before.merged_into === null) shown.push({ number, known: [before, now], before })
    else hidden.push({ ...now, ...before })
  }
  await saveIssues(tx, hidden)
  await recountIssues(tx, projectId, shown)
  await recountSamples(tx, projectId, numbers)
}

/** An issue that was made for the occasion goes into the one that its fingerprints came from. */
function issuesBefore({ issues, fingerprints }: Moves): Pick<IssueMove, 'number' | 'mergedInto'>[] {
  const taken = groupBy(fingerprints, (move) => move.to)
  return issues.map(({ number, before }) => {
    const origin = taken.get(number)?.[0]?.from ?? null
    return { number, mergedInto: before === null ? origin : before.merged_into }
  })
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
  const given = groupBy(moves.fingerprints, (move) => move.from)
  const taken = groupBy(moves.fingerprints, (move) => move.to)
  return issuesBefore(moves).every(({ number, mergedInto }) => {
    const left = sizeOf(held, number) + sizeOf(given, number) - sizeOf(taken, number)
    return mergedInto === null ? left > 0 : left === 0
  })
}

function sizeOf<Key>(groups: Map<Key, unknown[]>, key: Key): number {
  return groups.get(key)?.length ?? 0
}
