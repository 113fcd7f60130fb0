import { describe, expect, it } from 'vitest'
import { anArrival, anEnvelope, decode, decodeItemAlone, ownId } from './testing/an-arrival.ts'

const otherId = 'ab'.repeat(16)

function userReport(payload: object) {
  return decodeItemAlone('user_report', { event_id: ownId, comments: 'It broke.', ...payload })
}

function feedback(content: object, event: object = {}) {
  return decodeItemAlone('feedback', { type: 'feedback', ...event, contexts: { feedback: content } })
}

describe('a user report', () => {
  it('is feedback about its event', () => {
    expect(userReport({ name: 'Ada', email: 'ada@example.com' }).feedback).toMatchObject([
      { eventId: Buffer.from(ownId, 'hex'), name: 'Ada', email: 'ada@example.com', message: 'It broke.' },
    ])
  })

  it('is about the event of its envelope when it names none', () => {
    const item: [object, unknown] = [{ type: 'user_report' }, { comments: 'It broke.' }]
    expect(decode(anArrival(anEnvelope({ event_id: ownId }, item))).feedback).toMatchObject([
      { eventId: Buffer.from(ownId, 'hex'), name: undefined, email: undefined },
    ])
  })

  it('is the same when it is sent again, and another with other words, person or event', () => {
    const ids = [{}, {}, { comments: 'Again.' }, { email: 'a@b.example' }, { event_id: otherId }].map(
      (changes) => userReport(changes).feedback[0]?.feedbackId.toString('hex'),
    )
    expect(ids[0]).toBe(ids[1])
    expect(new Set(ids).size).toBe(4)
  })
})

describe('feedback', () => {
  it('has an id of its own, and may be about an event', () => {
    const content = {
      message: 'Slow',
      name: 'Ada',
      contact_email: 'ada@example.com',
      url: 'https://shop.example/cart',
    }
    const [about, alone] = [
      feedback({ ...content, associated_event_id: otherId }, { event_id: ownId }),
      feedback({ message: 'Slow' }),
    ].map((decoded) => decoded.feedback)
    expect(about).toMatchObject([
      {
        feedbackId: Buffer.from(ownId, 'hex'),
        eventId: Buffer.from(otherId, 'hex'),
        name: 'Ada',
        email: 'ada@example.com',
        message: 'Slow',
        url: 'https://shop.example/cart',
      },
    ])
    expect(alone).toMatchObject([{ eventId: undefined, url: undefined }])
  })

  it('has the id of its envelope, as its files have, unless that is of an event', () => {
    const item = (message: string, associated?: string): [object, unknown] => [
      { type: 'feedback' },
      { event_id: otherId, contexts: { feedback: { message, associated_event_id: associated } } },
    ]
    const event: [object, unknown] = [{ type: 'event' }, { message: 'Broken' }]
    const idsOf = (...items: [object, unknown][]): string[] =>
      decode(anArrival(anEnvelope({ event_id: ownId }, ...items))).feedback.map(({ feedbackId }) =>
        feedbackId.toString('hex'),
      )
    expect(idsOf(item('Slow'))).toEqual([ownId])
    expect(idsOf(item('Slow'), item('Slower'))).toEqual([ownId, otherId])
    expect(idsOf(item('Slow', ownId))).toEqual([otherId])
    expect(idsOf(item('Slow'), event)).toEqual([otherId])
  })

  it.each(['', '  \n', null, [], undefined])('without words is refused: %j', (message) => {
    expect(feedback({ message })).toMatchObject({
      feedback: [],
      outcomes: [{ category: 'feedback', outcome: 'invalid', reason: 'malformed' }],
      answer: { status: 400 },
    })
  })

  it('is cut to its limits', () => {
    const [kept] = feedback({ message: 'm'.repeat(9_000), name: 'n'.repeat(300) }).feedback
    expect([kept?.message.length, kept?.name?.length]).toEqual([8_192, 200])
  })

  it('is cleaned, and scrubbed as the project wants it', () => {
    const message = 'My card is 4111 1111 1111 1111.\0'
    const url = 'https://shop.example/?password=hunter2secret'
    const [kept] = feedback({ message, url }).feedback
    expect(kept?.message).toBe('My card is [Filtered].\uFFFD')
    expect(kept?.url).not.toContain('hunter2')
    expect(kept?.removed).toEqual([
      { rule: '@creditcard:filter', count: 1 },
      { rule: '@password:filter', count: 1 },
    ])
    const scrubbing = { defaults: false, words: [], safeFields: [], ipAddresses: false }
    const payload = { contexts: { feedback: { message } } }
    expect(decodeItemAlone('feedback', payload, { scrubbing }).feedback[0]?.message).toContain('4111')
  })
})
