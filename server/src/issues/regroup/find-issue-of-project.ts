import { AppError } from '../../domain/app-error.ts'
import { parseIssueName } from '../../domain/issue/issue-id.ts'
import { findIssue } from '../../store/issue-find.ts'
import type { IssueRow } from '../../store/issue-row.ts'
import type { Reader } from '../../store/store.ts'

/** Throws `not_found`, with the same words for an issue of another project as for none. */
export async function findIssueOfProject(reader: Reader, projectId: number, name: string): Promise<IssueRow> {
  const parsed = parseIssueName(name)
  const row = parsed && (await findIssue(reader, parsed))
  if (row?.project_id !== projectId) {
    throw new AppError('not_found', `There is no issue "${name.slice(0, 100)}" in this project.`)
  }
  return row
}
