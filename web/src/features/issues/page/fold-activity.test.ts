import { expect, it } from 'vitest'
import type { Activity } from '../../../lib/api.ts'
import { foldActivity } from './fold-activity.ts'

function anEntry(changes: Partial<Activity>): Activity {
  return {
    id: '1',
    kind: 'regrouped',
    at: '2026-11-23T10:00:00.000Z',
    actor: 'Ada',
    detail: 'By line 1.',
    regrouping: 7,
    ...changes,
  }
}

it('tells once what one regrouping did for one reason', () => {
  const entries = [
    anEntry({ id: '5' }),
    anEntry({ id: '4' }),
    anEntry({ id: '3', detail: 'By line 2.' }),
    anEntry({ id: '2', regrouping: 6 }),
  ]
  expect(foldActivity(entries).map(({ id }) => id)).toEqual(['5', '3', '2'])
})

it('keeps what cannot be undone, each for itself', () => {
  const resolved = { kind: 'resolved' as const, detail: null, regrouping: null }
  expect(foldActivity([anEntry({ id: '2', ...resolved }), anEntry({ id: '1', ...resolved })])).toHaveLength(2)
})
