import { AppError } from '../domain/app-error.ts'
import type { Reader } from './store.ts'
import { storedText } from './stored-text.ts'

/** The id of a project that a path names by slug or id. Throws `not_found`. */
export async function findProject(reader: Reader, name: string): Promise<number> {
  const id = /^\d{1,15}$/.test(name) ? Number(name) : undefined
  const rows = await reader
    .selectFrom('projects')
    .select('id')
    .where((eb) =>
      eb.or([eb('slug', '=', storedText(name)), ...(id === undefined ? [] : [eb('id', '=', id)])]),
    )
    .execute()
  // A slug may be all digits; an id that there is goes before it.
  const found = rows.find((row) => row.id === id) ?? rows[0]
  if (found === undefined) throw new AppError('not_found', `There is no project "${name.slice(0, 100)}".`)
  return found.id
}
