import type { Selectable } from 'kysely'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Schema } from './schema.ts'
import type { Reader } from './store.ts'

const mostShown = 200

/** The fingerprints that an issue owns, oldest first. */
export function listFingerprints(
  reader: Reader,
  { projectId, number }: IssueKey,
): Promise<Selectable<Schema['fingerprints']>[]> {
  return reader
    .selectFrom('fingerprints')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('created_at')
    .orderBy('hash')
    .limit(mostShown)
    .execute()
}
