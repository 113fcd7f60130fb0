import { describe, expect, it } from 'vitest'
import { addNotes } from './add-notes.ts'
import type { Note } from './meta.ts'

const cutInMiddle: Note = {
  path: ['a'],
  remark: { len: 100, rem: [['!limit', 's', 40, 43]] },
  cut: { from: 40, until: 80, to: 43 },
}

function ruleAt(from: number, to: number): [string, string, number, number] {
  return ['@token:filter', 's', from, to]
}

function afterCut(from: number, to: number): unknown {
  return addNotes({ a: { '': { len: 120, rem: [ruleAt(from, to)] } } }, [cutInMiddle])
}

describe('a note on a text that was noted before', () => {
  it.each([
    ['stays before the cut', 10, 20, [10, 20]],
    ['moves behind the cut', 85, 95, [48, 58]],
    ['ends where the cut begins', 35, 50, [35, 40]],
    ['begins where the cut ends', 75, 95, [43, 58]],
    ['spans the cut', 30, 90, [30, 53]],
  ])('joins it: a range %s', (_, from, to, [start = 0, end = 0]) => {
    expect(afterCut(from, to)).toEqual({
      a: { '': { len: 120, rem: [ruleAt(start, end), ['!limit', 's', 40, 43]] } },
    })
  })

  it('replaces what lay in the part that is gone', () => {
    expect(afterCut(50, 60)).toEqual({ a: { '': { len: 120, rem: [['!limit', 's', 40, 43]] } } })
  })

  it('keeps what was said of the whole value', () => {
    const gone = ['@ip:replace', 'x']
    expect(addNotes({ a: { '': { rem: [gone], err: ['old'] } } }, [cutInMiddle])).toEqual({
      a: { '': { len: 100, rem: [gone, ['!limit', 's', 40, 43]], err: ['old'] } },
    })
  })
})

describe('a list that was cut', () => {
  const list = { '': { len: 9 }, 0: { b: { '': { len: 1 } } }, 1: { '': { len: 2 } }, 3: { '': { len: 3 } } }

  it('takes along the notes of what stays, and drops those of what goes', () => {
    expect(addNotes({ list }, [{ path: ['list'], remark: { len: 4 }, order: [0, 3] }])).toEqual({
      list: { '': { len: 9 }, 0: { b: { '': { len: 1 } } }, 1: { '': { len: 3 } } },
    })
  })

  it('counts its items anew for the notes that follow', () => {
    const notes = [
      { path: ['list'], remark: { len: 4 }, order: [3] },
      { path: ['list', '0', 'c'], remark: { len: 5 } },
    ]
    expect(addNotes({ list }, notes)).toEqual({
      list: { '': { len: 9 }, 0: { '': { len: 3 }, c: { '': { len: 5 } } } },
    })
  })
})

describe('notes', () => {
  it('stand where a value is in that has no name', () => {
    expect(addNotes({}, [{ path: ['a', '', 'b'], remark: { len: 1 } }])).toEqual({ a: { '': { len: 1 } } })
  })

  it('may be about a key of any name', () => {
    const meta = addNotes(undefined, [{ path: ['__proto__', 'a'], remark: { len: 1 } }])
    expect(JSON.stringify(meta)).toBe('{"__proto__":{"a":{"":{"len":1}}}}')
  })

  it('change no tree that was given', () => {
    const meta = { a: { '': { len: 1 } } }
    addNotes(meta, [cutInMiddle])
    expect(meta).toEqual({ a: { '': { len: 1 } } })
  })
})
