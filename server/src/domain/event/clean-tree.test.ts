import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanData, cleanTree } from './clean-tree.ts'
import type { Json } from './event.ts'
import { parseJsonText } from './parse-event-json.ts'

/** Any unit, halves of pairs and NUL among them, in keys and values. */
const text = fc.string({ unit: fc.constantFrom('a', '\0', '\uD83D', '\uDE00', 'é', '__proto__') })
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.double(),
    fc.constantFrom<Json>(null, true, Infinity, -Infinity, NaN, -0),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value

function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(textsOf)]
}

describe('a cleaned tree', () => {
  it('holds no NUL and no half of a surrogate pair, in keys and values', () => {
    fc.assert(
      fc.property(json, (value) => {
        const texts = textsOf(cleanTree(value))
        expect(texts.filter((each) => each.includes('\0') || !each.isWellFormed())).toEqual([])
      }),
    )
  })

  it('survives JSON unchanged, and cleaning again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const cleaned = cleanTree(value)
        expect(JSON.parse(JSON.stringify(cleaned))).toEqual(cleaned)
        expect(cleanTree(cleaned)).toEqual(cleaned)
      }),
    )
  })

  it('is the very tree of the parser where nothing was to be cleaned', () => {
    const tree: Json = { tags: { a: 'b' }, list: [1, 'x', null, true, { 'grüße 😀': 1.5 }] }
    expect(cleanTree(tree)).toBe(tree)
  })

  it.each([
    ['a\0b', 'a\uFFFDb'],
    ['\uD83D', '\uFFFD'],
    ['\uDE00\uD83D', '\uFFFD\uFFFD'],
    ['😀', '😀'],
    ['', ''],
  ])('says %j as %j', (sent, cleaned) => {
    expect(cleanData({ a: sent, [sent]: 1 })).toEqual({ a: cleaned, [cleaned]: 1 })
  })

  it('notes where characters could not stay', () => {
    expect(cleanTree({ extra: { list: ['fine', 'a\0b'] } })).toEqual({
      extra: { list: ['fine', 'a\uFFFDb'] },
      _meta: { extra: { list: { '1': { '': { err: ['invalid_characters'] } } } } },
    })
  })

  it('has null for a number that is not finite, and notes it where it stood', () => {
    const tree = parseJsonText('{"extra":{"list":[1,1e999,-1e999]},"_meta":{"user":{"":{"len":9}}}}')
    expect(cleanTree(tree)).toEqual({
      extra: { list: [1, null, null] },
      _meta: {
        user: { '': { len: 9 } },
        extra: {
          list: {
            '1': { '': { err: ['invalid_data'], val: 'Infinity' } },
            '2': { '': { err: ['invalid_data'], val: '-Infinity' } },
          },
        },
      },
    })
  })

  it('keeps __proto__ and its like as data, and leaves all objects as they were', () => {
    const source = '{"extra":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":"a\\u0000"}}}}'
    const cleaned = cleanData(parseJsonText(source))
    expect(JSON.stringify(cleaned)).toBe(source.replace('\\u0000', '\uFFFD'))
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('isAdmin' in {}).toBe(false)
  })
})

function numbered(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]))
}

describe('the limits of a cleaned tree', () => {
  it('are a thousand keys an object', () => {
    expect(cleanTree({ extra: numbered(1_000) })).toEqual({ extra: numbered(1_000) })
    expect(cleanTree({ extra: numbered(1_001) })).toEqual({
      extra: numbered(1_000),
      _meta: { extra: { '': { len: 1_001 } } },
    })
  })

  it.each([
    [1_000, (index: number): Json => index],
    [500, (index: number): Json => ({ index })],
  ])('are %i items a list, its middle going first', (most, item) => {
    const list = Array.from({ length: most + 1 }, (_, index) => item(index))
    expect(cleanTree({ list: list.slice(1) })).toEqual({ list: list.slice(1) })
    expect(cleanTree({ list })).toEqual({
      list: list.toSpliced(most / 5, 1),
      _meta: { list: { '': { len: most + 1 } } },
    })
  })

  it('are 20,000 keys in all, which a large bag may not take from the exception', () => {
    const extra = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index, numbered(1_000)]))
    const cleaned = cleanTree({ extra, exception: { values: [{ type: 'Error' }] } })
    expect(cleaned).toMatchObject({ exception: { values: [{ type: 'Error' }] } })
    expect(countKeys(cleaned) - countKeys({ _meta: metaOf(cleaned) })).toBe(20_000)
  })

  it('are a hundred notes: an event that is wrong everywhere stays small', () => {
    const list = Array.from({ length: 500 }, () => Infinity)
    expect(countKeys(metaOf(cleanTree({ list })))).toBe(1 + 100 * 4 + 100)
  })
})

function metaOf(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value['_meta'] ?? null)
    : null
}

function countKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((count, item) => count + 1 + countKeys(item), 0)
}
