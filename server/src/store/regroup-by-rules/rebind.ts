import { findIssue } from '../issue-find.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import { placeFingerprints, type Placement } from '../regroup/place-fingerprints.ts'
import { beforeOf, type FingerprintMove, type Moves } from '../regroup/moves.ts'
import { recountIssues } from '../regroup/recount-issues.ts'
import { recountSamples } from '../regroup/recount-samples.ts'
import { mergeInto, readIssues } from '../regroup/save-issues.ts'
import type { Tx } from '../store.ts'

/**
 * Gives fingerprints to issues, and counts those anew. An issue that has none left goes into the one that took its
 * last. Answers what has changed.
 */
export async function rebind(tx: Tx, projectId: number, placements: Placement[]): Promise<Moves> {
  const fingerprints = await movesOf(tx, projectId, placements)
  const touched = [...new Set(fingerprints.flatMap(({ from, to }) => [from, to]))]
  if (touched.length === 0) return { fingerprints: [], issues: [] }
  const rows = await readIssues(tx, projectId, touched)
  await placeFingerprints(tx, projectId, placements)
  const held = await readHolding(tx, projectId, touched)
  const issues = [...rows.values()].map((row) => {
    const taker = fingerprints.findLast(({ from }) => from === row.number)?.to
    return {
      number: row.number,
      before: beforeOf(row),
      mergedInto: held.has(row.number) ? null : (taker ?? null),
    }
  })
  await mergeInto(tx, projectId, issues)
  const shown = issues.filter(({ mergedInto }) => mergedInto === null)
  await recountIssues(
    tx,
    projectId,
    shown.map(({ number, before }) => ({ number, known: [before, ...rows.values()] })),
  )
  await recountSamples(tx, projectId, touched)
  return { fingerprints, issues }
}

/** Which of the issues have any fingerprint. */
async function readHolding(tx: Tx, projectId: number, numbers: number[]): Promise<Set<number>> {
  const rows = await tx
    .selectFrom('fingerprints')
    .select('issue_number')
    .distinct()
    .where('project_id', '=', projectId)
    .where('issue_number', 'in', numbers)
    .execute()
  return new Set(rows.map((row) => row.issue_number))
}

async function movesOf(tx: Tx, projectId: number, placements: Placement[]): Promise<FingerprintMove[]> {
  const rows = await readFingerprints(
    tx,
    projectId,
    placements.map(({ number }) => number),
  )
  return placements.flatMap(({ number, to, binding }) => {
    const row = rows.get(number)
    if (row === undefined || row.issue_number === to) return []
    return { number, from: row.issue_number, to, binding: { before: row.binding, after: binding } }
  })
}

/** Where the events of an issue are by now, through however many merges. */
export async function followIssue(tx: Tx, projectId: number, number: number): Promise<number> {
  return (await findIssue(tx, { kind: 'id', key: { projectId, number } }))?.number ?? number
}
