import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Arrival } from '../arrival.ts'
import { anArrival } from '../decode/testing/an-arrival.ts'
import { gatherArrivals } from './gather-arrivals.ts'

function gathering() {
  const sent: number[][] = []
  const gathered = gatherArrivals((arrivals, transfer) => {
    expect(transfer).toEqual(arrivals.map(({ body }) => body.buffer))
    sent.push(arrivals.map(({ id }) => id))
  })
  const add = (id: number): void => gathered.add({ ...anArrival('{}'), id } satisfies Arrival)
  return { sent, add, flush: gathered.flush }
}

it('sends what comes in one turn of the loop in one message, in order', async () => {
  const { sent, add } = gathering()
  add(1)
  add(2)
  expect(sent).toEqual([])
  await setImmediate()
  add(3)
  await setImmediate()
  expect(sent).toEqual([[1, 2], [3]])
})

it('sends at once what is not to come after something else, and only once', async () => {
  const { sent, add, flush } = gathering()
  add(1)
  flush()
  expect(sent).toEqual([[1]])
  flush()
  await setImmediate()
  expect(sent).toEqual([[1]])
})
