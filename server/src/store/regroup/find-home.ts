import type { FingerprintRow } from '../fingerprint-row.ts'
import { findIssue, readIssue } from '../issue-find.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Tx } from '../store.ts'

/** The one issue that all of them were made with, if it is part of the parent now. */
export async function findHome(
  tx: Tx,
  parent: IssueRow,
  leaving: FingerprintRow[],
): Promise<number | undefined> {
  const [number, ...others] = new Set(leaving.map((fingerprint) => fingerprint.first_issue_number))
  if (number === undefined || others.length > 0 || number === parent.number) return undefined
  const key = { projectId: parent.project_id, number }
  const [own, main] = [await readIssue(tx, key), await findIssue(tx, { kind: 'id', key })]
  return own?.merged_into !== null && main?.number === parent.number ? number : undefined
}
