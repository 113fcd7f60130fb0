import { describe, expect, it } from 'vitest'
import type { Json } from './event.ts'
import { normaliseTags } from './normalise-tags.ts'

describe('tags', () => {
  it.each<[string, Json]>([
    ['an object', { a: 'x', b: 'y' }],
    [
      'pairs',
      [
        ['a', 'x'],
        ['b', 'y'],
        ['a', 'second'],
      ],
    ],
    [
      'objects of key and value',
      [
        { key: 'a', value: 'x' },
        { key: 'b', value: 'y' },
      ],
    ],
    ['objects of one tag each', [{ a: 'x' }, { b: 'y' }]],
    ['pairs among null, empty and half ones', [null, [], ['a', 'x'], ['c'], {}, ['b', 'y'], ['d', null]]],
  ])('are read from %s', (_, sent) => {
    expect(normaliseTags(sent).tags).toEqual({ a: 'x', b: 'y' })
  })

  it('of a list have a note where an item is no pair, or has no value', () => {
    expect(normaliseTags([null, [], ['a', 'x'], 5, ['c', null]])).toEqual({
      tags: { a: 'x' },
      notes: [
        { path: ['tags', '3'], remark: { err: ['invalid_data'], val: '5' } },
        { path: ['tags', 'c'], remark: { err: ['invalid_data'], val: 'null' } },
      ],
    })
  })

  it('of an object are none where they are null', () => {
    expect(normaliseTags({ a: 'x', c: null })).toEqual({ tags: { a: 'x' }, notes: [] })
  })

  it.each<[Json, Json]>([
    [1, '1'],
    [1.5, '1.5'],
    [true, 'True'],
    [false, 'False'],
    [' x ', 'x'],
    [['a', 'b'], null],
    [null, null],
    ['', null],
    ['  ', null],
  ])('have for the value %j the text %j', (value, text) => {
    expect(normaliseTags({ tag: value }).tags).toEqual(text === null ? {} : { tag: text })
  })

  it('have no blanks in their keys, and keys of every other kind', () => {
    const sent = { ' a b ': '1', größe: '2', toString: '3', ...JSON.parse('{"__proto__":"4"}') }
    expect(JSON.stringify(normaliseTags(sent).tags)).toBe(
      '{"a-b":"1","größe":"2","toString":"3","__proto__":"4"}',
    )
  })

  it.each(['release', 'dist', 'user', 'environment', 'filename', 'function'])(
    'leave %s to the event',
    (key) => {
      expect(normaliseTags({ [key]: 'x' })).toEqual({ tags: {}, notes: [] })
    },
  )

  it.each<[string, Json, string]>([
    ['k'.repeat(201), 'x', 'value_too_long'],
    ['key', 'v'.repeat(201), 'value_too_long'],
    ['key', 'one\ntwo', 'invalid_data'],
    ['key', { a: 1 }, 'invalid_data'],
    ['   ', 'x', 'invalid_data'],
  ])('leave out what cannot be one, with a note: %.5s %.10j', (key, value, error) => {
    expect(normaliseTags({ [key]: value, other: 'x' })).toMatchObject({
      tags: { other: 'x' },
      notes: [{ path: ['tags', key.trim().slice(0, 200)], remark: { err: [error] } }],
    })
  })

  it('take keys and values of just 200', () => {
    const sent = { ['k'.repeat(200)]: 'v'.repeat(200) }
    expect(normaliseTags(sent)).toEqual({ tags: sent, notes: [] })
  })

  it('are a hundred at most, and say how many there were', () => {
    const sent = Array.from({ length: 101 }, (_, index) => [`key${index}`, 'x'])
    expect(normaliseTags(sent.slice(1)).notes).toEqual([])
    const { tags, notes } = normaliseTags(sent)
    expect(Object.keys(tags)).toHaveLength(100)
    expect(notes).toEqual([{ path: ['tags'], remark: { len: 101 } }])
  })
})
