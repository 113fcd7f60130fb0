import { expect, it } from 'vitest'
import { replaceMethod } from './replace-method.ts'

const calls: unknown[] = []
const noting =
  (original: (...args: number[]) => number) =>
  (...args: number[]): number => {
    const answer = original(...args)
    calls.push(args)
    return answer
  }

class Counter {
  base = 10
  add(a: number, b: number): number {
    return this.base + a + b
  }
}

it('a replaced method keeps its this, arguments, answer, name and length', () => {
  const counter = new Counter()
  replaceMethod(counter, 'add', noting)
  expect(counter.add(1, 2)).toBe(13)
  expect(calls).toEqual([[1, 2]])
  expect([counter.add.name, counter.add.length]).toEqual(['add', 2])
})

it('undone, the object is as it was', () => {
  const inherited = new Counter()
  replaceMethod(inherited, 'add', noting)()
  expect(Object.keys(inherited)).toEqual(['base'])
  const own = { add: (a: number) => a }
  const { add } = own
  replaceMethod(own, 'add', noting)()
  expect(own.add).toBe(add)
})

it('undone under somebody else’s wrapping, it only passes on', () => {
  calls.length = 0
  const counter = new Counter()
  const undo = replaceMethod(counter, 'add', noting)
  const ours = counter.add.bind(counter)
  counter.add = (a, b) => ours(a, b) * 2
  undo()
  expect(counter.add(1, 2)).toBe(26)
  expect(calls).toEqual([])
})

it('what is not there is not replaced', () => {
  const empty = {}
  replaceMethod(empty, 'add', noting)()
  expect(empty).toEqual({})
})
