import { expect, it } from 'vitest'
import { cleanTree } from './clean-tree.ts'
import { defaultEventBounds, type EventBounds } from './event-bounds.ts'
import type { Event } from './event.ts'
import { normaliseEvent } from './normalise-event.ts'
import { parseEventJson } from './parse-event-json.ts'
import { asObject, type JsonObject } from './read-json.ts'
import { trimEvent } from './trim-event.ts'

const receivedAtMs = Date.parse('2026-11-25T12:00:00Z')

function read(sent: JsonObject, changes: Partial<EventBounds>): Event {
  const bounds = { ...defaultEventBounds, ...changes }
  const parsed = cleanTree(parseEventJson(Buffer.from(JSON.stringify(sent)), bounds), bounds)
  const raw = asObject(parsed) ?? {}
  return trimEvent(normaliseEvent(raw, { eventId: 'ab'.repeat(16), receivedAtMs }, bounds), bounds)
}

it('an event deeper than its bound cannot be read', () => {
  expect(() => read({ extra: { a: 1 } }, { depthParsed: 1 })).toThrow('deeper than 1 levels')
})

it.each<[Partial<EventBounds>, JsonObject, object]>([
  [{ depthStored: 1 }, { extra: { a: { b: 1 } } }, { extra: { a: '{"b":1}' } }],
  [{ keysPerObject: 1 }, { extra: { a: 1, b: 2 } }, {}],
  [{ tags: 1 }, { tags: { a: 'x', b: 'y' } }, { tags: { a: 'x' } }],
  [{ tagKeyChars: 1 }, { tags: { a: 'x', bb: 'y' } }, { tags: { a: 'x' } }],
  [{ tagValueChars: 1 }, { tags: { a: 'x', b: 'yy' } }, { tags: { a: 'x' } }],
  [{ messageChars: 8 }, { message: '0123456789' }, { logentry: { formatted: '012...89' } }],
  [{ valueChars: 8 }, { extra: { a: '0123456789' } }, { extra: { a: '012...89' } }],
  [{ extraKeyChars: 10 }, { extra: { a: '0123456789' } }, { extra: { a: '012...89' } }],
  [{ extraChars: 10 }, { extra: { a: 1, b: 2, c: 3 } }, { extra: { a: 1 } }],
  [
    { breadcrumbs: 1 },
    { breadcrumbs: [{ message: 'a' }, { message: 'b' }] },
    { breadcrumbs: { values: [{ message: 'b' }] } },
  ],
  [
    { exceptions: 1 },
    { exception: [{ type: 'A' }, { type: 'B' }] },
    { exception: { values: [{ type: 'B' }] } },
  ],
  [{ pastDays: 1 }, { timestamp: '2026-11-23T12:00:00Z' }, { timestamp: '2026-11-25T12:00:00.000Z' }],
  [{ futureSeconds: 0 }, { timestamp: '2026-11-25T12:00:01Z' }, { timestamp: '2026-11-25T12:00:00.000Z' }],
])('an event is held to its bounds, and says what they took: %j', (changes, sent, kept) => {
  const event = read(sent, changes)
  expect(event).toMatchObject(kept)
  expect(event._meta).toBeDefined()
})
