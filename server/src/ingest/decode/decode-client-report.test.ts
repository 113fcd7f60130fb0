import { expect, it } from 'vitest'
import { anArrival, anEnvelope, decode, decodeItemAlone } from './testing/an-arrival.ts'

function losses(payload: object) {
  return decodeItemAlone('client_report', payload).outcomes.map(
    ({ outcome, category, reason, quantity }) => `${outcome} ${category} ${reason} ${quantity}`,
  )
}

it('what a client lost is counted by category and reason', () => {
  const payload = {
    timestamp: 1,
    discarded_events: [
      { reason: 'ratelimit_backoff', category: 'error', quantity: 2 },
      { reason: 'ratelimit_backoff', category: 'error', quantity: 3 },
      { reason: 'network_error', category: 'session', quantity: 1 },
    ],
    rate_limited_events: [{ reason: 'quota of ours', category: 'error', quantity: 1 }],
    filtered_events: [{ reason: 'web-crawlers', category: 'error', quantity: 4 }],
    filtered_sampling_events: [{ reason: 'Sampled:12', category: 'transaction', quantity: 9 }],
  }
  expect(losses(payload)).toEqual([
    'lost_in_client error ratelimit_backoff 6',
    'lost_in_client session network_error 1',
    'lost_in_client error filtered 4',
    'lost_in_client transaction sample_rate 9',
  ])
})

it('words that nobody knows are counted together, so that no client can invent rows', () => {
  const discarded = Array.from({ length: 50 }, (_, index) => ({
    reason: `reason ${index}`,
    category: `category ${index}`,
    quantity: 1,
  }))
  expect(losses({ discarded_events: [...discarded, { quantity: 1 }] })).toEqual([
    'lost_in_client other other 51',
  ])
})

it.each([-1, 0, 0.5, 'many', null, [], {}])('a quantity of %j counts nothing', (quantity) => {
  expect(losses({ discarded_events: [{ reason: 'send_error', category: 'error', quantity }] })).toEqual([])
})

it('no entry counts more than ten thousand, and no envelope more than a hundred thousand', () => {
  const entry = { reason: 'send_error', category: 'error', quantity: 1e15 }
  expect(losses({ discarded_events: [entry, entry] })).toEqual(['lost_in_client error send_error 20000'])
  const report = { discarded_events: Array.from({ length: 7 }, () => entry) }
  const { outcomes } = decode(
    anArrival(anEnvelope({}, [{ type: 'client_report' }, report], [{ type: 'client_report' }, report])),
  )
  expect(outcomes.map(({ quantity }) => quantity)).toEqual([70_000, 30_000])
})

it('a report of another shape is accepted, and one that is none is refused', () => {
  expect(losses({ discarded_events: 'all', rate_limited_events: [1, null] })).toEqual([])
  expect(decodeItemAlone('client_report', [])).toMatchObject({
    answer: { status: 400 },
    outcomes: [{ category: 'internal', outcome: 'invalid' }],
  })
})
