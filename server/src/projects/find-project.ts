import { AppError } from '../domain/app-error.ts'
import type { Reader } from '../store/store.ts'
import { storedText } from '../store/stored-text.ts'

/** The id of a project that a path names by slug or id. Throws `not_found`. */
export async function findProject(reader: Reader, name: string): Promise<number> {
  const row = await reader
    .selectFrom('projects')
    .select('id')
    .where((where) =>
      where.or([
        where('slug', '=', storedText(name)),
        ...(/^\d{1,15}$/.test(name) ? [where('id', '=', Number(name))] : []),
      ]),
    )
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not_found', `There is no project "${name.slice(0, 100)}".`)
  return row.id
}
