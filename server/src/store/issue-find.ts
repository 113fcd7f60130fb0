import type { IssueName } from '../domain/issue/issue-id.ts'
import type { IssueRow } from './issue-row.ts'
import type { Reader } from './store.ts'

/** The issue of a name, within its project; undefined when there is none. */
export async function findIssue(reader: Reader, name: IssueName): Promise<IssueRow | undefined> {
  const key = name.kind === 'id' ? name.key : await keyOfShortId(reader, name)
  if (key === undefined) return undefined
  return reader
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', key.projectId)
    .where('number', '=', key.number)
    .executeTakeFirst()
}

async function keyOfShortId(reader: Reader, { prefix, number }: { prefix: string; number: number }) {
  const project = await reader
    .selectFrom('projects')
    .select('id')
    .where('short_prefix', '=', prefix)
    .executeTakeFirst()
  return project && { projectId: project.id, number }
}
