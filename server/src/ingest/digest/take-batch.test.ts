import { expect, it } from 'vitest'
import { takeBatch } from './take-batch.ts'

const upper = (text: string): string => text.toUpperCase()

it('takes what waits, in order, and leaves the queue without it', () => {
  const queue = ['a', 'b']
  expect(takeBatch(queue, upper, () => 0)).toEqual({ arrivals: ['a', 'b'], decoded: ['A', 'B'] })
  expect(queue).toEqual([])
})

it('stops decoding when its time is over, after at least one', () => {
  let now = 0
  const slow = (text: string): string => {
    now += 20
    return text
  }
  const queue = ['a', 'b']
  expect(takeBatch(queue, slow, () => now).arrivals).toEqual(['a'])
  expect(queue).toEqual(['b'])
})

it('holds at most 500 events', () => {
  const queue = Array.from({ length: 501 }, String)
  expect(takeBatch(queue, upper, () => 0).arrivals).toHaveLength(500)
  expect(queue).toHaveLength(1)
})
