import type { IssueSummary } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import type { Reader } from '../store/store.ts'
import { storedText } from '../store/stored-text.ts'

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
    const slug = storedText(named)
    query = /^\d{1,15}$/.test(named)
      ? query.where((eb) => eb.or([eb('id', '=', Number(named)), eb('slug', '=', slug)]))
      : query.where('slug', '=', slug)
  }
  const found = await query.execute()
  // A slug may be all digits; an id that there is goes before it.
  const ofId = found.filter((row) => String(row.id) === named)
  const rows = ofId.length > 0 ? ofId : found
  if (named !== undefined && rows.length === 0) {
    const message = `There is no project "${named.slice(0, 100)}".`
    throw new AppError('not_found', message, { fields: { project: message } })
  }
  return new Map(
    rows.map(({ id, slug, name, platform, short_prefix: shortPrefix }) => [
      id,
      { id: String(id), slug, name, platform, shortPrefix },
    ]),
  )
}
