import { AppError } from '../domain/app-error.ts'
import { parseIssueName, type IssueKey } from '../domain/issue/issue-id.ts'
import { findIssue } from '../store/issue-find.ts'
import type { IssueRow } from '../store/issue-row.ts'
import type { Reader } from '../store/store.ts'

/** The issue of a path, by id or short id. Throws `not_found`. */
export async function findNamedIssue(
  reader: Reader,
  name: string,
): Promise<{ row: IssueRow; key: IssueKey }> {
  const parsed = parseIssueName(name)
  const row = parsed && (await findIssue(reader, parsed))
  if (row === undefined) {
    throw new AppError(
      'not_found',
      `There is no issue "${name.slice(0, 100)}". Ids look like 1-42 or WEB-1A.`,
    )
  }
  return { row, key: { projectId: row.project_id, number: row.number } }
}
