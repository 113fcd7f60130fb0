import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EnvelopeError, parseEnvelope } from './envelope.ts'
import { serialiseEnvelope } from './serialise-envelope.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (payload: Uint8Array): string => new TextDecoder().decode(payload)
const payloadsOf = (envelope: string): string[] =>
  parseEnvelope(bytes(envelope)).items.map(({ payload }) => text(payload))

it('what is written is read again', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (payloads) => {
      const items = payloads.map((payload) => ({ headers: { type: 'event' }, payload }))
      const { headers, items: read } = parseEnvelope(bytes(serialiseEnvelope({ event_id: 'x' }, items)))
      expect(headers).toEqual({ event_id: 'x' })
      expect(read.map(({ payload }) => JSON.stringify(JSON.parse(text(payload))))).toEqual(
        payloads.map((payload) => JSON.stringify(payload)),
      )
    }),
  )
})

describe('a payload', () => {
  it('has as many bytes as its length says, line feeds among them', () => {
    expect(payloadsOf('{}\n{"type":"a","length":5}\nx\ny\nz\n{"type":"b","length":2}\nü')).toEqual([
      'x\ny\nz',
      'ü',
    ])
  })

  it('runs to the next line feed without a length', () => {
    expect(payloadsOf('{}\n{"type":"a"}\nxyz\n{"type":"b","length":null}\nz')).toEqual(['xyz', 'z'])
  })

  it('may be empty', () => {
    expect(payloadsOf('{}\n{"type":"a","length":0}\n\n{"type":"b","length":0}')).toEqual(['', ''])
  })
})

it('an envelope may have no items, and blank lines between them', () => {
  expect(payloadsOf('{}')).toEqual([])
  expect(payloadsOf('{}\n\n\n{"type":"a"}\nx\n\n\n')).toEqual(['x'])
})

it.each([
  ['', 'the envelope header is not JSON'],
  ['[]', 'the envelope header is not a JSON object'],
  ['{}\nnonsense\nx', 'the header of item 1 is not JSON'],
  ['{}\n{"length":1}\nx', 'the header of item 1 has no type'],
  ['{}\n{"type":"a","length":-1}\nx', 'the length of item 1 is not a whole number'],
  ['{}\n{"type":"a","length":"1"}\nx', 'the length of item 1 is not a whole number'],
  ['{}\n{"type":"a","length":9}\nx', 'item 1 ends 8 bytes before its length of 9'],
  ['{}\n{"type":"a","length":1}\nxy', 'item 1 goes on after its length of 1'],
])('%j is refused: %s', (envelope, reason) => {
  expect(() => parseEnvelope(bytes(envelope))).toThrow(reason)
})

it('limits hold for the number of items and the length of header lines', () => {
  const limits = { maxItems: 1, maxHeaderLineBytes: 20 }
  expect(() => parseEnvelope(bytes('{}\n{"type":"a"}\nx'), limits)).not.toThrow()
  expect(() => parseEnvelope(bytes('{}\n{"type":"a"}\nx\n{"type":"a"}\nx'), limits)).toThrow(
    'more than 1 items',
  )
  expect(() => parseEnvelope(bytes(`{"a":"${'x'.repeat(20)}"}`), limits)).toThrow('longer than 20 bytes')
})

it.each<[string, EnvelopeError['kind']]>([
  ['{}\n{"type":"a"}\nx\n{"type":"a"}\nx', 'too_large'],
  [`{"a":"${'x'.repeat(20)}"}`, 'too_large'],
  ['[]', 'malformed'],
])('tells what is too large from what is malformed: %j', (envelope, kind) => {
  const limits = { maxItems: 1, maxHeaderLineBytes: 20 }
  expect(() => parseEnvelope(bytes(envelope), limits)).toThrow(expect.objectContaining({ kind }))
})

it('throws nothing but what says what was wrong', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
      try {
        parseEnvelope(random)
      } catch (error) {
        expect(error).toBeInstanceOf(EnvelopeError)
      }
    }),
  )
})
