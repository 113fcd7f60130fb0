import { expect, it } from 'vitest'
import type { Outcome } from '../store/count-outcomes.ts'
import { createSdkLabelBound } from './bound-sdk-labels.ts'

const hourMs = 3_600_000

function anOutcome(sdk: string, changes: Partial<Outcome> = {}): Outcome {
  const outcome = { atMs: 0, category: 'error', outcome: 'accepted', reason: '', publicKey: '' } as const
  return { ...outcome, projectId: 1, sdk, quantity: 3, ...changes }
}

function flooded() {
  const bound = createSdkLabelBound()
  for (let index = 0; index < 200; index += 1) bound(anOutcome(`made.up/${index}`))
  return bound
}

it('tells 200 clients of a project apart in an hour, and counts all others as one', () => {
  const bound = flooded()
  expect(bound(anOutcome('made.up/200'))).toMatchObject({ sdk: 'other', quantity: 3 })
  expect(bound(anOutcome('made.up/7')).sdk).toBe('made.up/7')
})

it('begins anew for another project, and in another hour', () => {
  const bound = flooded()
  expect(bound(anOutcome('sentry.go/1', { projectId: 2 })).sdk).toBe('sentry.go/1')
  expect(bound(anOutcome('sentry.go/1')).sdk).toBe('other')
  expect(bound(anOutcome('sentry.go/1', { atMs: hourMs })).sdk).toBe('sentry.go/1')
})
