import type { IssueSummary } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import type { Reader } from '../store/store.ts'

export type ProjectReference = IssueSummary['project'] & { shortPrefix: string }

/** The projects that a list is about, by id: the one named by slug or id, or all. */
export async function readProjectReferences(
  reader: Reader,
  named: string | undefined,
): Promise<Map<number, ProjectReference>> {
  let query = reader
    .selectFrom('projects')
    .select(['id', 'slug', 'name', 'platform', 'short_prefix'])
    .orderBy('id')
  if (named !== undefined) {
    query = /^\d{1,15}$/.test(named)
      ? query.where((eb) => eb.or([eb('id', '=', Number(named)), eb('slug', '=', named)]))
      : query.where('slug', '=', named)
  }
  const rows = await query.execute()
  if (named !== undefined && rows.length === 0) {
    const message = `There is no project "${named}".`
    throw new AppError('not_found', message, { fields: { project: message } })
  }
  return new Map(
    rows.map(({ id, slug, name, platform, short_prefix: shortPrefix }) => [
      id,
      { id: String(id), slug, name, platform, shortPrefix },
    ]),
  )
}
