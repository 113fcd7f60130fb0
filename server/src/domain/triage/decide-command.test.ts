import { expect, it } from 'vitest'
import { decideCommand, newSince, shownReason, type TriageState } from './decide-command.ts'

const fresh: TriageState = { status: 'unresolved', statusReason: 'new', resolvedAtMs: undefined }

it('resolving notes when', () => {
  expect(decideCommand('resolve', fresh, 5_000)).toEqual({
    kind: 'changed',
    state: { status: 'resolved', statusReason: 'resolved', resolvedAtMs: 5_000 },
    activity: 'resolved',
  })
})

it('archiving and reopening forget a resolution', () => {
  const resolved: TriageState = { status: 'resolved', statusReason: 'resolved', resolvedAtMs: 1 }
  expect(decideCommand('archive', resolved, 5_000)).toMatchObject({ state: { resolvedAtMs: undefined } })
  expect(decideCommand('reopen', resolved, 5_000)).toMatchObject({
    state: { status: 'unresolved', statusReason: 'ongoing', resolvedAtMs: undefined },
  })
})

it.each([
  ['resolve', 'resolved'],
  ['archive', 'archived'],
  ['reopen', 'unresolved'],
] as const)('%s changes nothing when the issue is %s', (command, status) => {
  expect(decideCommand(command, { ...fresh, status }, 0)).toEqual({ kind: 'unchanged' })
})

it('an issue is new for a week, then ongoing; a regression stays one', () => {
  const now = 100 * 24 * 3_600_000
  expect(shownReason('new', newSince(now), now)).toBe('new')
  expect(shownReason('new', newSince(now) - 1, now)).toBe('ongoing')
  expect(shownReason('regressed', 0, now)).toBe('regressed')
})
