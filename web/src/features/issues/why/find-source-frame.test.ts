import { expect, it } from 'vitest'
import { anEvent } from '../../../testing/fixtures.ts'
import { findSourceFrame } from './find-source-frame.ts'

const part = { name: 'site', value: 'src/cart#total', reason: '', exception: 1, frame: 1 }

function thrownThrough(...functions: string[]) {
  const frames = functions.map((name) => ({ function: name, in_app: true }))
  const values = [{ type: 'A' }, { type: 'B', stacktrace: { frames } }]
  return anEvent({ exception: { values } }).event
}

it('finds the frame of a part where it was', () => {
  expect(findSourceFrame(part, thrownThrough('main', 'Cart.total', 'sum'))).toEqual({ stack: 1, frame: 1 })
})

it('finds it in a stack of another depth', () => {
  expect(findSourceFrame(part, thrownThrough('main', 'run', 'route', 'total'))).toEqual({
    stack: 1,
    frame: 3,
  })
})

it('points at no frame of another function', () => {
  expect(findSourceFrame(part, thrownThrough('main', 'run'))).toBeUndefined()
})

it('goes by the place alone where the function has no name', () => {
  const nameless = { ...part, value: 'src/cart#`sum += x`' }
  expect(findSourceFrame(nameless, thrownThrough('main', 'run'))).toEqual({ stack: 1, frame: 1 })
  expect(findSourceFrame(nameless, thrownThrough('main'))).toBeUndefined()
})
