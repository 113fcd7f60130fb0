import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { aFrame, anError, thrown } from './testing/an-event.ts'
import { groupEvent, markInApp } from './index.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '?',
    '<anonymous>',
    "can't",
    '"',
    'a.b is not a function',
    'Script error.',
    '{{',
    '1:2:3',
    '\n',
  ),
)
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const frame = fc
  .record({ filename: text, function: text, module: text, context_line: text, platform: text })
  .map((fields) => ({ ...fields, lineno: 3, colno: 700 }))
const mechanism = fc
  .record({ id: fc.nat(4), parent: fc.nat(4), source: text, synthetic: fc.boolean() })
  .map(({ id, parent, ...rest }) => ({ type: 'generic', exception_id: id, parent_id: parent, ...rest }))
const exception = fc.record({
  type: text,
  value: text,
  mechanism,
  stacktrace: fc.record({ frames: fc.array(frame, { minLength: 1, maxLength: 9 }) }),
})
const platform = fc.constantFrom(
  'javascript',
  'node',
  'python',
  'java',
  'ruby',
  'go',
  'rust',
  'php',
  'csharp',
  'native',
  'x',
)
const event: fc.Arbitrary<Event> = fc
  .record({
    values: fc.array(exception, { maxLength: 5 }),
    platform,
    fingerprint: fc.array(text, { maxLength: 3 }),
    formatted: optional(text),
  })
  .map(({ values, formatted, ...rest }) => ({
    ...thrown(values, rest),
    ...(formatted !== undefined && { logentry: { formatted } }),
  }))

it('never throws, and always gives 16 bytes, a title and reasons', () => {
  fc.assert(
    fc.property(event, (any) => {
      const grouping = groupEvent(any)
      expect(grouping.hash).toHaveLength(16)
      expect(grouping.parts.every((part) => part.reason !== '')).toBe(true)
    }),
  )
})

it('gives the same event the same hash, and does not change it', () => {
  fc.assert(
    fc.property(event, (any) => {
      const before = structuredClone(any)
      expect(groupEvent(any)).toEqual(groupEvent(structuredClone(any)))
      expect(any).toEqual(before)
    }),
  )
})

it('groups an event whose frames were marked as it groups the event as sent', () => {
  fc.assert(
    fc.property(event, (any) => {
      expect(groupEvent(markInApp(any)).hash).toEqual(groupEvent(any).hash)
    }),
  )
})

it('does not care for line numbers of named functions', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(199), (lineno, colno) => {
      const at = (place: object) => groupEvent(thrown([anError('boom', [aFrame('/a/x.js#f', place)])])).hash
      expect(at({ lineno, colno })).toEqual(at({ lineno: 1, colno: 1 }))
    }),
  )
})

it('reads a bounded part of a message of a megabyte and of ten thousand frames', () => {
  const frames = Array.from({ length: 10_000 }, (_, index) => aFrame(`/a/${index}.js#f${index}`))
  for (const piece of ['"', 'a.', '1:', '{', '/', ' is not a function. (In ']) {
    const { title, parts } = groupEvent(
      thrown([anError(piece.repeat(1_000_000 / piece.length), frames, 'TypeError')]),
    )
    expect(title.length).toBeLessThanOrEqual(250)
    expect(parts.every((part) => part.value.length <= 400)).toBe(true)
  }
})
