import { expect, it } from 'vitest'
import { anArrival, anEnvelope, decode, ownId } from '../decode/testing/an-arrival.ts'
import { reviveBuffers } from './revive-buffers.ts'

it('what was decoded in another thread is as if it had been decoded here', () => {
  const attrs = { release: 'shop@1' }
  const event = { user: { id: '7' }, exception: { values: [{ type: 'Error', value: 'x' }] } }
  const { source: _, ...decoded } = decode(
    anArrival(
      anEnvelope(
        { event_id: ownId },
        [{ type: 'event' }, event],
        [{ type: 'attachment', filename: 'a' }, Buffer.from('text')],
        [{ type: 'user_report' }, { comments: 'Hi', event_id: ownId }],
        [{ type: 'session' }, { attrs, sid: ownId, did: 'ada', status: 'crashed' }],
        [{ type: 'session' }, 'nonsense'],
      ),
    ),
  )

  expect(decoded.refusals).toHaveLength(1)
  expect(reviveBuffers(structuredClone(decoded))).toEqual(reviveBuffers(decoded))
  expect(Buffer.isBuffer(reviveBuffers(structuredClone(decoded)).events[0]?.eventId)).toBe(true)
})
