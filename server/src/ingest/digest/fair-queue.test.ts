import { expect, it } from 'vitest'
import { createFairQueue } from './fair-queue.ts'

function projectOf(name: string): number {
  return name.charCodeAt(0)
}

function queueOf(...names: string[]) {
  const queue = createFairQueue<{ projectId: number; name: string }>()
  const add = (name: string): void => queue.add({ projectId: projectOf(name), name })
  const take = (count = Infinity): string => {
    const taken: string[] = []
    while (taken.length < count && !queue.isEmpty) taken.push(queue.next()?.name ?? '')
    return taken.join(' ')
  }
  names.forEach(add)
  return { queue, add, take }
}

it('gives what one project sent in its order', () => {
  const { queue, take } = queueOf('a1', 'a2', 'a3')
  expect(take()).toBe('a1 a2 a3')
  expect(queue.next()).toBeUndefined()
})

it('lets projects take turns', () => {
  expect(queueOf('a1', 'a2', 'a3', 'b1', 'c1', 'c2').take()).toBe('a1 b1 c1 a2 c2 a3')
})

it('gives who comes while another floods the next turn', () => {
  const { add, take } = queueOf('a1', 'a2', 'a3', 'a4')
  expect(take(2)).toBe('a1 a2')
  add('b1')
  expect(take()).toBe('a3 b1 a4')
})

it('gives a project that comes again no turn before those who wait', () => {
  const { add, take } = queueOf('a1', 'b1', 'b2', 'c1')
  expect(take(1)).toBe('a1')
  add('a2')
  expect(take()).toBe('b1 c1 a2 b2')
})

it('lets nothing of a held project out, and all others go on', () => {
  const { queue, add, take } = queueOf('a1', 'a2', 'b1', 'c1')
  expect(take(1)).toBe('a1')
  queue.hold(projectOf('a'))
  add('a3')
  expect(take()).toBe('b1 c1')
  expect([queue.isEmpty, queue.isHolding]).toEqual([true, true])
  queue.release(projectOf('a'), { projectId: projectOf('a'), name: 'a1!' })
  expect(take()).toBe('a1! a2 a3')
  expect(queue.isHolding).toBe(false)
})

it('holds a project of which nothing waits, too', () => {
  const { queue, add, take } = queueOf('a1')
  take()
  queue.hold(projectOf('a'))
  queue.release(projectOf('a'))
  expect(queue.isEmpty).toBe(true)
  add('a2')
  expect(take()).toBe('a2')
})

it('keeps the turns of the others when one of them is held or released', () => {
  const { queue, take } = queueOf('a1', 'a2', 'b1', 'b2', 'c1', 'c2')
  expect(take(2)).toBe('a1 b1')
  queue.hold(projectOf('a'))
  expect(take(2)).toBe('c1 b2')
  queue.release(projectOf('a'))
  expect(take()).toBe('c2 a2')
})
