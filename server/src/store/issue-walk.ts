import { setImmediate } from 'node:timers/promises'
import type { IssuePosition } from './issue-cursor.ts'
import { filterOf } from './issue-filter.ts'
import { isAfter, positionOf, sortColumns } from './issue-order.ts'
import type { IssueRow } from './issue-row.ts'
import type { IssueRange, IssueSearch } from './issue-tops.ts'
import { fingerprintsWithWords } from './issue-words.ts'
import type { Reader } from './store.ts'

/** What a range has of what is asked for. */
export interface Walked {
  rows: IssueRow[]
  /** Where it was left before its end or a full page; what comes after is not known. */
  leftAt?: IssuePosition
}

const largestChunk = 1_000

/**
 * Goes through a range in order and takes what is asked for, until there is one more than a page or the budget of rows
 * is used up. However small that is, it goes on by some. Between the pieces others have a turn.
 */
export async function walkRange(request: IssueSearch, range: IssueRange, budget: number): Promise<Walked> {
  const { reader, sort, limit } = request
  const found: number[] = []
  let { after } = request
  let passed = 0
  for (let chunk = limit + 1; passed === 0 || passed < budget; chunk = Math.min(2 * chunk, largestChunk)) {
    const places = await readChunk({ ...request, after, limit: chunk }, range)
    passed += places.length
    found.push(...places.filter(({ matches }) => matches === 1).map(({ number }) => number))
    const last = places.at(-1)
    if (found.length > limit || last === undefined || places.length < chunk)
      return { rows: await readRows(reader, range.projectId, found.slice(0, limit + 1)) }
    after = positionOf(last, sort)
    await setImmediate()
  }
  const rows = await readRows(reader, range.projectId, found)
  return after === undefined ? { rows } : { rows, leftAt: after }
}

/** Places in the order with whether they are what is asked for: lighter than rows, of which few are shown. */
function readChunk(
  { reader, dialect, sort, search, words, after, limit, nowMs }: IssueSearch,
  { projectId, status }: IssueRange,
) {
  const column = sortColumns[sort]
  let query = reader
    .selectFrom('issues')
    .select(['project_id', 'number', 'last_seen', 'first_seen', 'event_count', 'user_count'])
    .select((eb) => {
      const conditions = [filterOf(search, nowMs)(eb)]
      if (words.length > 0) conditions.push(eb.exists(fingerprintsWithWords(dialect, projectId, words)(eb)))
      return eb.case().when(eb.and(conditions)).then(1).else(0).end().as('matches')
    })
    .where('project_id', '=', projectId)
    .where('status', '=', status)
    .orderBy(column, 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
  if (after !== undefined) query = query.where((eb) => isAfter(eb, column, projectId, after))
  return query.execute()
}

async function readRows(reader: Reader, projectId: number, numbers: number[]): Promise<IssueRow[]> {
  if (numbers.length === 0) return []
  return reader
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', 'in', numbers)
    .execute()
}
