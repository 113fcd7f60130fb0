/** What a search text asks for; every condition must hold. */
export interface Search {
  conditions: SearchCondition[]
  /** All that must occur. */
  words: SearchWord[]
}

/** `word`: its words, or words that begin with them. `phrase`, in quotes: its words as they are, in any order. */
export interface SearchWord {
  kind: 'word' | 'phrase'
  text: string
}

export interface SearchCondition {
  key: SearchKey
  value: string
  negated: boolean
}

export type SearchKey = 'is' | 'level' | 'platform' | 'type'

/** The text cannot be understood; `at` is where, counted in characters from 0. */
export class SearchError extends Error {
  override readonly name = 'SearchError'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const isValues = ['unresolved', 'resolved', 'archived', 'new', 'ongoing', 'regressed', 'handled', 'unhandled']
const allowed: Record<SearchKey, string[] | undefined> = {
  is: isValues,
  level: ['fatal', 'error', 'warning', 'info', 'debug'],
  platform: undefined,
  type: undefined,
}

const token = /(!?)(?:([A-Za-z][\w.]*):)?(?:"((?:[^"\\]|\\.)*)("?)|([^\s"]*))/y

/** Parses `is:unresolved !level:info "card declined" timeout`. Throws `SearchError`. */
export function parseSearch(text: string): Search {
  const search: Search = { conditions: [], words: [] }
  let at = 0
  while (at < text.length) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0
    if (at >= text.length) break
    at = readToken(text, at, search)
  }
  return search
}

function readToken(text: string, at: number, search: Search): number {
  token.lastIndex = at
  const match = token.exec(text)
  if (match === null || match[0] === '') throw new SearchError('A value is missing here.', at)
  const [whole, bang, key, quoted, closing, bare] = match
  if (quoted !== undefined && closing === '')
    throw new SearchError('This quote is not closed.', at + whole.indexOf('"'))
  const value = quoted === undefined ? (bare ?? '') : quoted.replaceAll(/\\(.)/gs, '$1')
  if (key !== undefined) search.conditions.push(readCondition(key, value, bang === '!', at))
  else if (bang === '!') throw new SearchError('Only key:value can be negated.', at)
  else if (value !== '') search.words.push({ kind: quoted === undefined ? 'word' : 'phrase', text: value })
  return at + whole.length
}

function readCondition(key: string, value: string, negated: boolean, at: number): SearchCondition {
  if (!isSearchKey(key)) {
    throw new SearchError(
      `There is no key "${key}": use ${Object.keys(allowed).join(', ')}, or quote the text.`,
      at,
    )
  }
  const values = allowed[key]
  if (values !== undefined && !values.includes(value)) {
    throw new SearchError(`"${key}:" takes ${values.join(', ')}.`, at)
  }
  return { key, value, negated }
}

function isSearchKey(key: string): key is SearchKey {
  return Object.hasOwn(allowed, key)
}
