import { expect, it } from 'vitest'
import { foldFrames, frameToOpen, type Frame } from './fold-frames.ts'

const app = (name: string): Frame => ({ function: name, in_app: true })
const library = (name: string): Frame => ({ function: name, in_app: false })

function shape(frames: Frame[], isAll = false, isNewestFirst = true): string[] {
  return foldFrames(frames, isAll, isNewestFirst).map((row) =>
    row.kind === 'frame' ? (row.frame.function ?? '') : `${row.calls.length} folded`,
  )
}

const stack = [library('main'), app('checkout'), library('map'), library('call'), app('total')]

it('shows the newest frame first and folds each run of library frames', () => {
  expect(shape(stack)).toEqual(['total', '2 folded', 'checkout', '1 folded'])
})

it('shows every frame when all are wanted, or when none is the application’s', () => {
  expect(shape(stack, true)).toHaveLength(5)
  expect(shape([library('a'), library('b')])).toEqual(['b', 'a'])
})

it('keeps the order of the calls when the oldest comes first', () => {
  expect(shape(stack, true, false)).toEqual(['main', 'checkout', 'map', 'call', 'total'])
})

it('opens the innermost frame of the application, else the innermost', () => {
  expect(frameToOpen([app('a'), app('b'), library('c')])).toBe(1)
  expect(frameToOpen([library('a'), library('b')])).toBe(1)
})

it('says once how often a call repeats itself', () => {
  const rows = foldFrames([app('start'), app('descend'), app('descend'), app('descend')], false, true)
  expect(rows).toMatchObject([{ frame: { function: 'descend' }, times: 3 }, { times: 1 }])
})
