import { formatShortId } from '../../domain/issue/issue-id.ts'
import type { Reader } from '../../store/store.ts'

const mostNamed = 5

/** How a project's issues are called in sentences: "WEB-1, WEB-2 and WEB-3". */
export async function readNaming(reader: Reader, projectId: number): Promise<(numbers: number[]) => string> {
  const { short_prefix: prefix } = await reader
    .selectFrom('projects')
    .select('short_prefix')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  return (numbers) => inWords(numbers.map((number) => formatShortId(prefix, number)))
}

function inWords(names: string[]): string {
  const shown = names.length > mostNamed ? names.slice(0, mostNamed - 1) : names
  const more = names.length - shown.length
  const all = more > 0 ? [...shown, `${more} more`] : shown
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
}
