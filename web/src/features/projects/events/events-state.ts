import type { Outcomes } from '../../../lib/api.ts'

export type OutcomeKind = Outcomes['rows'][number]['outcome']

export const ranges = {
  '24h': { hours: 24, hoursPerBar: 1, name: '24 h', words: 'the last 24 hours' },
  '7d': { hours: 168, hoursPerBar: 3, name: '7 d', words: 'the last 7 days' },
  '30d': { hours: 720, hoursPerBar: 12, name: '30 d', words: 'the last 30 days' },
} as const
export type Range = keyof typeof ranges

export const groupings = {
  reason: 'Reason',
  category: 'Category',
  key: 'Key',
  sdk: 'SDK',
  all: 'Everything',
} as const
export type Grouping = keyof typeof groupings

/** In the order in which a bar is stacked. */
export const outcomeNames: Record<OutcomeKind, string> = {
  accepted: 'Accepted',
  filtered: 'Filtered',
  limited: 'Limited',
  invalid: 'Invalid',
  not_kept: 'Not kept',
  lost_in_client: 'Lost in the client',
}
export const outcomeKinds = Object.keys(outcomeNames).filter(isOutcomeKind)

/** Everything that the page shows, as it stands in the URL. */
export interface EventsState {
  range?: Range | undefined
  /** Only this one is shown. */
  outcome?: OutcomeKind | undefined
  by?: Grouping | undefined
}

export function readEventsState({ range, outcome, by }: Record<string, unknown>): EventsState {
  return {
    range: isKey(ranges, range) ? range : undefined,
    outcome: isOutcomeKind(outcome) ? outcome : undefined,
    by: isGrouping(by) ? by : undefined,
  }
}

export function isGrouping(value: unknown): value is Grouping {
  return isKey(groupings, value)
}

function isOutcomeKind(value: unknown): value is OutcomeKind {
  return isKey(outcomeNames, value)
}

function isKey<Table extends object>(table: Table, value: unknown): value is keyof Table {
  return typeof value === 'string' && Object.hasOwn(table, value)
}
