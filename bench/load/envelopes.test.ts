import { gunzipSync } from 'node:zlib'
import { parseEnvelope } from '@mishap/sdk/protocol'
import { describe, expect, it } from 'vitest'
import { groupEvent, markInApp } from '../../server/src/domain/grouping/index.ts'
import { normaliseEvent } from '../../server/src/domain/event/normalise-event.ts'
import { makeEnvelopes, type Envelope, type EnvelopeKind } from './envelopes.ts'

function read(kind: EnvelopeKind, { body }: Envelope): { header: unknown; event: Record<string, never> } {
  const { headers, items } = parseEnvelope(kind === 'node' ? gunzipSync(body) : body)
  return { header: headers['event_id'], event: JSON.parse(Buffer.from(items[0]?.payload ?? []).toString()) }
}

function idsOf(seed: number): string[] {
  return makeEnvelopes('browser', 50, { seed }).map(({ eventId }) => eventId)
}

describe.each(['node', 'browser'] as const)('envelopes of %s', (kind) => {
  it('have an id of their own, which stands in the header and in the event', () => {
    const envelopes = makeEnvelopes(kind, 100)
    expect(new Set(envelopes.map(({ eventId }) => eventId)).size).toBe(100)
    for (const envelope of envelopes) {
      const { header, event } = read(kind, envelope)
      expect([header, event['event_id']]).toEqual([envelope.eventId, envelope.eventId])
    }
  })

  it('say that they happened in the last minutes', () => {
    const ages = makeEnvelopes(kind, 20).map(
      (each) => Date.now() / 1000 - Number(read(kind, each).event['timestamp']),
    )
    for (const age of ages) expect(age > -5 && age < 600).toBe(true)
  })

  it('belong to more issues if more are asked for', () => {
    const [few, many] = [3, 150].map((issues) => {
      const events = makeEnvelopes(kind, 500, { issues }).map((envelope) => read(kind, envelope).event)
      const origin = { eventId: '0'.repeat(32), receivedAtMs: 0 }
      const hashes = events.map((event) => groupEvent(markInApp(normaliseEvent(event, origin))).hash)
      return new Set(hashes.map((hash) => Buffer.from(hash).toString('hex'))).size
    })
    expect(few).toBeLessThanOrEqual(3)
    expect(many).toBeGreaterThan(75)
  })
})

it('the same seed gives the same ids, another one others', () => {
  expect(idsOf(5)).toEqual(idsOf(5))
  expect(new Set([...idsOf(5), ...idsOf(6)]).size).toBe(100)
})

it('a change of the caller reaches the event', () => {
  const [first] = makeEnvelopes('browser', 1, { change: (event) => void (event.release = 'changed') })
  expect(first && read('browser', first).event['release']).toBe('changed')
})
