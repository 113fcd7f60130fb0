import type { ExpressionBuilder, Selectable } from 'kysely'
import { mostIssuesCounted, type Project } from '../contract/index.ts'
import type { Schema } from '../store/schema.ts'
import type { Reader } from '../store/store.ts'
import { dsnOf } from './dsn.ts'

/** All projects by name; `origin` becomes the host of their DSNs. */
export async function listProjects(reader: Reader, origin: string): Promise<Project[]> {
  const rows = await selectProjects(reader).orderBy('name').orderBy('id').execute()
  return rows.map((row) => projectOf(row, origin))
}

export async function getProject(reader: Reader, id: number, origin: string): Promise<Project> {
  const row = await selectProjects(reader).where('id', '=', id).executeTakeFirstOrThrow()
  return projectOf(row, origin)
}

type ProjectRow = Selectable<Schema['projects']> & { public_key: string | null; issue_count: number | null }

function selectProjects(reader: Reader) {
  return reader
    .selectFrom('projects')
    .selectAll()
    .select((nested) => [
      nested
        .selectFrom('dsn_keys')
        .select('public_key')
        .whereRef('dsn_keys.project_id', '=', 'projects.id')
        .where('status', '=', 'active')
        .orderBy('created_at')
        .orderBy('public_key')
        .limit(1)
        .as('public_key'),
      nested
        .selectFrom(firstIssues(nested).as('first'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('issue_count'),
    ])
}

/** As many as are counted: to count a million takes a third of a second. */
function firstIssues({ selectFrom }: ExpressionBuilder<Schema, 'projects'>) {
  return selectFrom('issues')
    .select('issues.number')
    .whereRef('issues.project_id', '=', 'projects.id')
    .where('issues.merged_into', 'is', null)
    .limit(mostIssuesCounted + 1)
}

function projectOf(row: ProjectRow, origin: string): Project {
  return {
    id: String(row.id),
    slug: row.slug,
    name: row.name,
    platform: row.platform,
    shortPrefix: row.short_prefix,
    dsn: row.public_key === null ? '' : dsnOf(origin, row.public_key, row.id),
    createdAt: new Date(row.created_at).toISOString(),
    firstEventAt: isoOrNull(row.first_event_at),
    lastEventAt: isoOrNull(row.last_event_at),
    issueCount: row.issue_count ?? 0,
  }
}

function isoOrNull(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
