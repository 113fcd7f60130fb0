import { newSince } from '../domain/triage/decide-command.ts'
import { isRegressed } from './issue-filter.ts'
import { mostLookedUp } from './search/search-dialect.ts'
import type { IssueSearch } from './issue-tops.ts'
import type { Reader } from './store.ts'

/** Where all that a search can find in a project is, if that is little: among the named ones. */
export type Candidates = { of: 'issues' | 'fingerprints'; numbers: number[] }

/** Undefined when there may be many: then they are found sooner by going through all issues in order. */
export async function findCandidates(
  { reader, dialect, search, words, nowMs }: IssueSearch,
  projectId: number,
): Promise<Candidates | undefined> {
  if (words.length > 0) {
    const numbers = await dialect.search.lookUp(reader, projectId, words)
    return numbers && { of: 'fingerprints', numbers }
  }
  const asks = (value: string): boolean =>
    search.conditions.some((each) => each.key === 'is' && each.value === value && !each.negated)
  if (asks('regressed')) return fewOrNone(await readRegressed(reader, projectId))
  if (asks('new')) return fewOrNone(await readRecent(reader, projectId, newSince(nowMs)))
  return undefined
}

function fewOrNone(rows: { number: number }[]): Candidates | undefined {
  if (rows.length > mostLookedUp) return undefined
  return { of: 'issues', numbers: rows.map(({ number }) => number) }
}

function readRegressed(reader: Reader, projectId: number): Promise<{ number: number }[]> {
  return reader
    .selectFrom('issues')
    .select('number')
    .where('project_id', '=', projectId)
    .where(isRegressed)
    .limit(mostLookedUp + 1)
    .execute()
}

function readRecent(reader: Reader, projectId: number, since: number): Promise<{ number: number }[]> {
  return reader
    .selectFrom('issues')
    .select('number')
    .where('project_id', '=', projectId)
    .where('status', '=', 'unresolved')
    .where('first_seen', '>=', since)
    .limit(mostLookedUp + 1)
    .execute()
}
