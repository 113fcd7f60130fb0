import { newSince } from '../domain/triage/decide-command.ts'
import { asksFor, isRegressed } from './issue-filter.ts'
import type { IssueSearch } from './issue-tops.ts'
import type { Reader } from './store.ts'

/** Where all that a search can find in a project is, if that is little: among the named ones. */
export type Candidates = { of: 'issues' | 'fingerprints'; numbers: number[] }

/** Where more can be found, going through all issues in order is sooner done. */
const defaultMostLookedUp = 4_000

/** Undefined when there may be many: then they are found sooner by going through all issues in order. */
export async function findCandidates(
  { reader, dialect, search, words, nowMs, mostLookedUp: most = defaultMostLookedUp }: IssueSearch,
  projectId: number,
): Promise<Candidates | undefined> {
  if (words.length > 0) {
    const numbers = await dialect.search.lookUp(reader, { projectId, words, most })
    return numbers && { of: 'fingerprints', numbers }
  }
  if (asksFor(search, 'regressed'))
    return atMost(
      most,
      await readRegressed(reader, projectId)
        .limit(most + 1)
        .execute(),
    )
  if (asksFor(search, 'new'))
    return atMost(
      most,
      await readRecent(reader, projectId, newSince(nowMs))
        .limit(most + 1)
        .execute(),
    )
  return undefined
}

function atMost(most: number, rows: { number: number }[]): Candidates | undefined {
  if (rows.length > most) return undefined
  return { of: 'issues', numbers: rows.map(({ number }) => number) }
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
