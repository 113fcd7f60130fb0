import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Search, SearchCondition } from '../domain/search/parse-search.ts'
import { newSince } from '../domain/triage/decide-command.ts'
import type { Schema } from './schema.ts'
import { storedText } from './stored-text.ts'

type Issues = ExpressionBuilder<Schema, 'issues'>
type Status = Schema['issues']['status']

const allStatuses: Status[] = ['unresolved', 'resolved', 'archived']

/** The statuses that rows can have which the search asks for: one index range each. */
export function statusesOf({ conditions }: Search): Status[] {
  return allStatuses.filter((status) => conditions.every((condition) => mayHave(condition, status)))
}

function mayHave({ key, value, negated }: SearchCondition, status: Status): boolean {
  if (key !== 'is') return true
  if (value === 'handled' || value === 'unhandled') return true
  if (negated) return !allStatuses.some((known) => known === value && known === status)
  const asked = value === 'new' || value === 'ongoing' || value === 'regressed' ? 'unresolved' : value
  return asked === status
}

/** Whether ranges of statuses are all that is asked for, so that what a range has is what is found. */
export function asksForStatusAlone({ conditions, words }: Search): boolean {
  return (
    words.length === 0 &&
    conditions.every(({ key, value }) => key === 'is' && allStatuses.some((status) => status === value))
  )
}

/** Whether an issue must be so. */
export function asksFor({ conditions }: Search, value: 'new' | 'regressed'): boolean {
  return conditions.some((each) => each.key === 'is' && each.value === value && !each.negated)
}

/** All conditions of a search, as one on a row. What was merged is in no list. */
export function filterOf({ conditions }: Search, nowMs: number): (eb: Issues) => Expression<SqlBool> {
  return (eb) =>
    eb.and([
      eb('merged_into', 'is', null),
      ...conditions.map((condition) => {
        const holds = conditionOf(eb, condition, nowMs)
        return condition.negated ? eb.not(holds) : holds
      }),
    ])
}

function conditionOf(eb: Issues, { key, value }: SearchCondition, nowMs: number): Expression<SqlBool> {
  switch (key) {
    case 'is':
      return isCondition(eb, value, nowMs)
    case 'level':
      return eb(eb.ref('level'), '=', sql<Schema['issues']['level']>`${value}`)
    case 'platform':
      return eb('platform', '=', storedText(value))
    case 'type':
      return eb('type', '=', storedText(value))
    default:
      return key satisfies never
  }
}

function isCondition(eb: Issues, value: string, nowMs: number): Expression<SqlBool> {
  const isNew = eb.and([eb('status_reason', '=', 'new'), eb('first_seen', '>=', newSince(nowMs))])
  switch (value) {
    case 'unhandled':
    case 'handled':
      return eb('handling', '=', value)
    case 'new':
      return isNew
    case 'regressed':
      return isRegressed(eb)
    case 'ongoing':
      return eb.and([eb('status', '=', 'unresolved'), eb('status_reason', '!=', 'regressed'), eb.not(isNew)])
    default:
      return eb(eb.ref('status'), '=', sql<Status>`${value}`)
  }
}

/** Said in the statement itself: a value beside it would not tell that the index of such issues will do. */
export function isRegressed(eb: Issues): Expression<SqlBool> {
  return eb('status_reason', '=', sql.lit('regressed'))
}
