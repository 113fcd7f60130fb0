import { expect, it } from 'vitest'
import { anArrival, anEnvelope, decode, ownId } from '../decode/testing/an-arrival.ts'
import { acceptedOutcomes } from './accepted-outcomes.ts'

const decoded = decode(
  anArrival(
    anEnvelope(
      { event_id: ownId },
      [{ type: 'event' }, { message: 'Hi' }],
      [{ type: 'attachment' }, Buffer.from('x')],
      [{ type: 'attachment' }, Buffer.from('y')],
      [{ type: 'user_report' }, { comments: 'It broke.' }],
      [{ type: 'raw_security' }, { 'csp-report': { 'effective-directive': 'img-src' } }],
      [{ type: 'transaction' }, {}],
    ),
    { clientName: 'sentry.go/1.2' },
  ),
)

it('counts what was accepted by category, for the key and the SDK that it came by', () => {
  const outcomes = acceptedOutcomes(decoded, () => true)
  expect(outcomes.map(({ category, quantity }) => [category, quantity])).toEqual([
    ['error', 1],
    ['security', 1],
    ['attachment', 2],
    ['feedback', 1],
  ])
  expect(outcomes[0]).toMatchObject({
    projectId: 7,
    outcome: 'accepted',
    reason: '',
    publicKey: 'a'.repeat(32),
    sdk: 'sentry.go/1.2',
  })
})

it('counts nothing that was in the store already', () => {
  const [file] = decoded.attachments
  const outcomes = acceptedOutcomes(decoded, (record) => record === file)
  expect(outcomes.map(({ category, quantity }) => [category, quantity])).toEqual([['attachment', 1]])
})
