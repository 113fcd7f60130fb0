import type * as z from 'zod'
import type { IssueCounts, IssueList, issueListQuery } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { askedWordsOf } from '../domain/search/asked-words.ts'
import { parseSearch, SearchError, type Search } from '../domain/search/parse-search.ts'
import { countIssues } from '../store/issue-counts.ts'
import { parseCursor } from '../store/issue-cursor.ts'
import { asksForStatusAlone } from '../store/issue-filter.ts'
import { listIssues } from '../store/issue-list.ts'
import { defineQuery, type Dialect, type Reader, type Store } from '../store/store.ts'
import { readProjectReferences } from './project-references.ts'
import { summariseIssues } from './summarise-issues.ts'

type ListQuery = z.output<typeof issueListQuery>

/** A page of the list: where indexes have it ready, at once; what must be searched for, beside. */
export async function answerIssueList(store: Store, query: ListQuery, now: number): Promise<IssueList> {
  if (asksForStatusAlone(readSearch(query.query ?? '')))
    return readPage(store.reader, { query, now }, store.dialect)
  return store.query(searchIssues, { query, now })
}

export const searchIssues = defineQuery('issues.search', readPage)

async function readPage(
  reader: Reader,
  { query, now }: { query: ListQuery; now: number },
  dialect: Dialect,
): Promise<IssueList> {
  const search = readSearch(query.query ?? '')
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor)
  const projects = await readProjectReferences(reader, query.project)
  const { rows, nextCursor } = await listIssues(reader, dialect, {
    projectIds: [...projects.keys()],
    search,
    sort: query.sort,
    after,
    limit: query.limit,
    nowMs: now,
  })
  return { items: await summariseIssues(reader, rows, projects, now), nextCursor }
}

/** Each is one more look at every row, and SQLite nests a thousand conditions at most. */
const mostTerms = 100

const tabs = ['unresolved', 'new', 'regressed', 'archived', 'resolved'] as const

/** The counts of the tabs. */
export const countTabs = defineQuery('issues.count-tabs', readCounts)

async function readCounts(
  reader: Reader,
  { project, now }: { project: string | undefined; now: number },
): Promise<IssueCounts> {
  const projectIds = [...(await readProjectReferences(reader, project)).keys()]
  const counts = await Promise.all(
    tabs.map((tab) => countIssues(reader, projectIds, parseSearch(`is:${tab}`), now)),
  )
  const [unresolved = 0, fresh = 0, regressed = 0, archived = 0, resolved = 0] = counts
  return { unresolved, new: fresh, regressed, archived, resolved }
}

function readSearch(text: string): Search {
  try {
    const search = parseSearch(text)
    const words = askedWordsOf(search.words)?.length ?? 0
    if (words + search.conditions.length <= mostTerms) return search
    throw new SearchError(`A search has at most ${mostTerms} words and conditions.`, 0)
  } catch (error) {
    if (!(error instanceof SearchError)) throw error
    const message = `At character ${error.at + 1}: ${error.message}`
    throw new AppError('invalid', `The search cannot be understood. ${message}`, {
      fields: { query: message },
      cause: error,
    })
  }
}
