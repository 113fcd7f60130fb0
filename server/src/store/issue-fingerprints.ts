import type { ExpressionBuilder } from 'kysely'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { FingerprintRow } from './fingerprint-row.ts'
import type { Schema } from './schema.ts'
import type { Reader } from './store.ts'

/** As a nested question: the numbers of an issue's fingerprints, which all that is counted is counted by. */
export function numbersOf({ projectId, number }: IssueKey) {
  return ({ selectFrom }: ExpressionBuilder<Schema, keyof Schema>) =>
    selectFrom('fingerprints')
      .select('fingerprints.number')
      .where('fingerprints.project_id', '=', projectId)
      .where('fingerprints.issue_number', '=', number)
}

/** The fingerprints of an issue and between when they have events, the latest first. */
export function readSpans(
  reader: Reader,
  { projectId, number }: IssueKey,
): Promise<Pick<FingerprintRow, 'number' | 'first_seen' | 'last_seen'>[]> {
  return reader
    .selectFrom('fingerprints')
    .select(['number', 'first_seen', 'last_seen'])
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('last_seen', 'desc')
    .execute()
}
