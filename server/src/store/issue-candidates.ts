import { newSince } from '../domain/triage/decide-command.ts'
import { asksFor, isRegressed } from './issue-filter.ts'
import type { IssueSearch } from './issue-tops.ts'
import type { LookedUp } from './search/search-dialect.ts'
import type { Reader } from './store.ts'

/** Where all that a search can find in a project is, if that is little. */
export type Candidates = { kind: 'issues'; numbers: number[] } | ({ kind: 'fingerprints' } & LookedUp)

/** Where more can be found, going through all issues in order is sooner done. */
const defaultMostLookedUp = 4_000

/** Undefined when there may be many: then they are found sooner by going through all issues in order. */
export async function findCandidates(
  { reader, dialect, search, words, nowMs, mostLookedUp: most = defaultMostLookedUp }: IssueSearch,
  projectId: number,
): Promise<Candidates | undefined> {
  if (words.length > 0) {
    const found = await dialect.search.lookUp(reader, { projectId, words, most })
    return found && { kind: 'fingerprints', ...found }
  }
  const few = asksFor(search, 'regressed')
    ? readRegressed(reader, projectId)
    : asksFor(search, 'new')
      ? readRecent(reader, projectId, newSince(nowMs))
      : undefined
  const rows = await few?.limit(most + 1).execute()
  if (rows === undefined || rows.length > most) return undefined
  return { kind: 'issues', numbers: rows.map(({ number }) => number) }
}

function readRegressed(reader: Reader, projectId: number) {
  return reader
    .selectFrom('issues')
    .select('number')
    .where('project_id', '=', projectId)
    .where(isRegressed)
    .orderBy('last_seen', 'desc')
}

function readRecent(reader: Reader, projectId: number, since: number) {
  return reader
    .selectFrom('issues')
    .select('number')
    .where('project_id', '=', projectId)
    .where('status', '=', 'unresolved')
    .where('first_seen', '>=', since)
    .orderBy('first_seen', 'desc')
}
