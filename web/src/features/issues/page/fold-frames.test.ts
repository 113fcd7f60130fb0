import { expect, it } from 'vitest'
import { cutOf } from './cut-frames.ts'
import { foldFrames, frameToOpen, type Row } from './fold-frames.ts'
import type { Frame } from './frame.ts'

const app = (name: string): Frame => ({ function: name, in_app: true })
const library = (name: string): Frame => ({ function: name, in_app: false })

function shape(frames: Frame[], isAll = false, isNewestFirst = true): string[] {
  return foldFrames(frames, { isAll, isNewestFirst }).map(shapeOf)
}

function shapeOf(row: Row): string {
  if (row.kind === 'cut') return `${row.count} cut`
  if (row.kind === 'frame') return row.frame.function ?? ''
  return `${row.calls.length} ${row.kind === 'run' ? 'folded' : 'more'}`
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
  const rows = foldFrames([app('start'), app('descend'), app('descend'), app('descend')], {
    isAll: false,
    isNewestFirst: true,
  })
  expect(rows).toMatchObject([{ frame: { function: 'descend' }, times: 3 }, { times: 1 }])
})

const long = Array.from({ length: 50 }, (_, index) => app(`f${index}`))

it('folds a long run of the application’s own frames, and keeps those where it broke', () => {
  expect(shape(long)).toEqual([...Array.from({ length: 20 }, (_, index) => `f${49 - index}`), '30 more'])
  expect(shape(long, false, false).slice(0, 2)).toEqual(['30 more', 'f30'])
  expect(shape(long, true)).toHaveLength(50)
})

it('shows where frames were cut out, in either order, and never counts over the gap', () => {
  const same = [app('descend'), app('descend')]
  const cut = { at: 1, count: 150 }
  const rows = foldFrames(same, { isAll: true, isNewestFirst: true, cut })
  expect(rows.map(shapeOf)).toEqual(['descend', '150 cut', 'descend'])
  expect(rows).toMatchObject([{ index: 1, times: 1 }, {}, { index: 0, times: 1 }])
})

it('knows from the notes how many frames the server cut, and where', () => {
  const kept = Array.from({ length: 250 }, () => app('f'))
  expect(cutOf(kept, { '': { len: 400 } })).toEqual({ at: 50, count: 150 })
  expect(cutOf(kept, undefined)).toBeUndefined()
  expect(cutOf(kept.slice(1), { '': { len: 400 } })).toBeUndefined()
})
