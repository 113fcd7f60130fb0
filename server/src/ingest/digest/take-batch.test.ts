import { expect, it } from 'vitest'
import { createFairQueue, type FairQueue } from './fair-queue.ts'
import { takeBatch } from './take-batch.ts'

interface Named {
  projectId: number
  name: string
}

const upper = ({ name }: Named): string => name.toUpperCase()
const atOnce = { decode: upper, bytesOf: () => 0, now: () => 0 }
const namesOf = (arrivals: Named[]): string[] => arrivals.map(({ name }) => name)

function queueOf(...names: string[]): FairQueue<Named> {
  const queue = createFairQueue<Named>()
  for (const name of names) queue.add({ projectId: 1, name })
  return queue
}

it('takes what waits, in order, and leaves the queue without it', () => {
  const queue = queueOf('a', 'b')
  const { taken, decoded } = takeBatch(queue, atOnce)
  expect([namesOf(taken), decoded]).toEqual([
    ['a', 'b'],
    ['A', 'B'],
  ])
  expect(queue.isEmpty).toBe(true)
})

it('stops decoding when its time is over, after at least one', () => {
  let now = 0
  const decode = (): number => (now += 20)
  const queue = queueOf('a', 'b')
  expect(namesOf(takeBatch(queue, { decode, bytesOf: () => 0, now: () => now }).taken)).toEqual(['a'])
  expect(queue.next()?.name).toBe('b')
})

it('holds at most 500 events', () => {
  const queue = queueOf(...Array.from({ length: 501 }, (_, index) => `${index}`))
  expect(takeBatch(queue, atOnce).taken).toHaveLength(500)
  expect(queue.next()?.name).toBe('500')
})

it('holds files of 4 MiB, or one that is larger', () => {
  const bytesOf = (): number => 3 * 1024 * 1024
  const queue = queueOf('a', 'b', 'c')
  expect(takeBatch(queue, { ...atOnce, bytesOf }).taken).toHaveLength(2)
})

it('leaves out what is read elsewhere', () => {
  const decode = (named: Named): string | undefined => (named.name === 'b' ? undefined : upper(named))
  expect(takeBatch(queueOf('a', 'b', 'c'), { ...atOnce, decode })).toMatchObject({ decoded: ['A', 'C'] })
  expect(takeBatch(queueOf('b'), { ...atOnce, decode }).taken).toEqual([])
})
