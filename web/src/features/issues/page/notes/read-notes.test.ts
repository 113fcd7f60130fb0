import { expect, it } from 'vitest'
import { listNotes, lostKeys, metaAt, notesOf, type Json } from './read-notes.ts'

function remark(note: Json): Json {
  return { '': note }
}

it('finds what is said of a value under the value’s own path', () => {
  const meta = {
    request: { headers: { 2: { 1: remark({ rem: [['@password:filter', 's', 0, 10]], len: 32 }) } } },
  }
  expect(notesOf(metaAt(meta, 'request', 'headers', 2, '1'))).toEqual({
    removals: [{ rule: '@password:filter', isGone: false, range: { start: 0, end: 10 } }],
  })
  expect(notesOf(metaAt(meta, 'request', 'headers'))).toBeUndefined()
})

it('tells a cut from a removal by the mark of the rule', () => {
  expect(notesOf(remark({ len: 20_000, rem: [['!limit', 's', 60, 63]] }))).toEqual({
    removals: [],
    cut: { rule: '!limit', from: 20_000, range: { start: 60, end: 63 } },
  })
})

it('reads a length alone as a cut: lists and objects have no ranges', () => {
  expect(notesOf(remark({ len: 400 }))).toEqual({ removals: [], cut: { rule: '', from: 400 } })
})

it('knows that the settings of a client may replace as well as leave out', () => {
  expect(notesOf(remark({ rem: [['!config', 's']] }))?.removals).toHaveLength(1)
  expect(notesOf(remark({ rem: [['!config', 'x']] }))?.cut).toEqual({ rule: '!config' })
})

it('keeps what a damaged value had said', () => {
  expect(notesOf(remark({ err: [['invalid_data', { reason: 'expected a list' }]], val: 7 }))?.damage).toEqual(
    {
      errors: ['invalid_data'],
      said: '7',
    },
  )
})

it('lists every note with its path, the outer ones first', () => {
  const meta = { extra: { a: { b: remark({ len: 9 }) }, '': { len: 3 } }, user: {} }
  expect(listNotes(meta).map(({ path }) => path.join('.'))).toEqual(['extra', 'extra.a.b'])
})

it('names what was lost as a whole', () => {
  const gone = remark({ rem: [['@ip:replace', 'x']] })
  expect(lostKeys({ id: '7' }, { ip_address: gone, id: gone, email: {} })).toEqual(['ip_address'])
})

it.each<[string, Json | undefined]>([
  ['nothing', undefined],
  ['a text', 'x'],
  ['a list', [[['']]]],
  ['wrong parts', { '': { rem: 'x', err: { a: 1 }, len: 'long' } }],
  ['wrong remarks', { '': { rem: [null, 7, [], [1, 2]] } }],
  ['inherited names', { constructor: {}, toString: null }],
])('finds no note in %s', (_name, meta) => {
  expect(listNotes(meta)).toEqual([])
  expect(notesOf(metaAt(meta, 'constructor', '__proto__'))).toBeUndefined()
})
