import type { IssueKey } from '../domain/issue/issue-id.ts'
import { inSlices } from './recorder/in-slices.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** Two fingerprints, the lower number first. */
export interface FingerprintPair {
  fingerprint_number: number
  other_number: number
}

export interface OpenSuggestion extends FingerprintPair {
  reason: string
  /** Of the fingerprint that is not the issue's own. */
  other_issue: number
}

/** Pairs of an issue's fingerprints with those of others that may be the same bug. */
export async function listOpenSuggestions(
  reader: Reader,
  { projectId, number }: IssueKey,
  limit: number,
): Promise<OpenSuggestion[]> {
  const sides = await Promise.all(
    (['fingerprint_number', 'other_number'] as const).map((own) =>
      listSide(reader, { projectId, number }, own, limit),
    ),
  )
  return sides
    .flat()
    .toSorted((a, b) => a.fingerprint_number - b.fingerprint_number || a.other_number - b.other_number)
}

/** What a person has pinned is not asked about. */
function listSide(
  reader: Reader,
  { projectId, number }: IssueKey,
  own: keyof FingerprintPair,
  limit: number,
): Promise<OpenSuggestion[]> {
  const other = own === 'fingerprint_number' ? 'other_number' : 'fingerprint_number'
  return reader
    .selectFrom('fingerprints as f')
    .innerJoin('merge_suggestions as s', (join) =>
      join.onRef('s.project_id', '=', 'f.project_id').onRef(`s.${own}`, '=', 'f.number'),
    )
    .innerJoin('fingerprints as o', (join) =>
      join.onRef('o.project_id', '=', 's.project_id').onRef('o.number', '=', `s.${other}`),
    )
    .select(['s.fingerprint_number', 's.other_number', 's.reason', 'o.issue_number as other_issue'])
    .where('f.project_id', '=', projectId)
    .where('f.issue_number', '=', number)
    .where('s.state', '=', 'open')
    .where('o.issue_number', '!=', number)
    .where('f.binding', '!=', 'pinned')
    .where('o.binding', '!=', 'pinned')
    .orderBy('s.fingerprint_number')
    .orderBy('s.other_number')
    .limit(limit)
    .execute()
}

/** Answers pairs for good. */
export async function closeSuggestions(
  tx: Tx,
  projectId: number,
  pairs: FingerprintPair[],
  state: 'accepted' | 'dismissed',
): Promise<void> {
  for (const { fingerprint_number, other_number } of pairs) {
    await tx
      .updateTable('merge_suggestions')
      .set({ state })
      .where('project_id', '=', projectId)
      .where('fingerprint_number', '=', fingerprint_number)
      .where('other_number', '=', other_number)
      .execute()
  }
}

/** Adds pairs that nobody has been asked about yet. */
export async function addSuggestions(
  tx: Tx,
  rows: Omit<Schema['merge_suggestions'], 'state'>[],
): Promise<void> {
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('merge_suggestions')
      .values(slice.map((row) => ({ ...row, state: 'open' as const })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
