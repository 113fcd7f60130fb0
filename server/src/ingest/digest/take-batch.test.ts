import { expect, it } from 'vitest'
import { createFairQueue, type FairQueue } from './fair-queue.ts'
import { takeBatch } from './take-batch.ts'

interface Named {
  projectId: number
  name: string
}

const upper = ({ name }: Named): string => name.toUpperCase()
const namesOf = (arrivals: Named[]): string[] => arrivals.map(({ name }) => name)

function queueOf(...names: string[]): FairQueue<Named> {
  const queue = createFairQueue<Named>()
  for (const name of names) queue.add({ projectId: 1, name })
  return queue
}

it('takes what waits, in order, and leaves the queue without it', () => {
  const queue = queueOf('a', 'b')
  const { arrivals, decoded } = takeBatch(queue, upper, () => 0)
  expect([namesOf(arrivals), decoded]).toEqual([
    ['a', 'b'],
    ['A', 'B'],
  ])
  expect(queue.isEmpty).toBe(true)
})

it('stops decoding when its time is over, after at least one', () => {
  let now = 0
  const slow = (): void => {
    now += 20
  }
  const queue = queueOf('a', 'b')
  expect(namesOf(takeBatch(queue, slow, () => now).arrivals)).toEqual(['a'])
  expect(queue.next()?.name).toBe('b')
})

it('holds at most 500 events', () => {
  const queue = queueOf(...Array.from({ length: 501 }, (_, index) => `${index}`))
  expect(takeBatch(queue, upper, () => 0).arrivals).toHaveLength(500)
  expect(queue.next()?.name).toBe('500')
})
