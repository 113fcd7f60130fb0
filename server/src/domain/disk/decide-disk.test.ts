import { describe, expect, it } from 'vitest'
import { decideDisk, decideFull, lowWaterOf, type DiskSituation } from './decide-disk.ts'

const mib = 1024 * 1024
const limits = { lowWaterBytes: 256 * mib, lowWaterPercent: 2, ballastBytes: 64 * mib }
const smallDisk = 10_000 * mib

function decide(situation: DiskSituation, freeMib: number, given = limits) {
  return decideDisk(situation, { freeBytes: freeMib * mib, totalBytes: smallDisk }, given)
}

it('the low water mark is so many bytes, or a share of a large disk', () => {
  expect(lowWaterOf(limits, { freeBytes: 0, totalBytes: 1_000 * mib })).toBe(256 * mib)
  expect(lowWaterOf(limits, { freeBytes: 0, totalBytes: 100_000 * mib })).toBe(2_000 * mib)
})

describe('with a ballast', () => {
  it('events are taken until the low water mark', () => {
    expect(decide({ state: 'open', ballast: 'held' }, 256)).toEqual({ state: 'open', step: undefined })
    expect(decide({ state: 'open', ballast: 'held' }, 255)).toEqual({ state: 'low', step: undefined })
  })

  it('they are taken again when there is a tenth more', () => {
    expect(decide({ state: 'low', ballast: 'held' }, 281).state).toBe('low')
    expect(decide({ state: 'low', ballast: 'held' }, 282).state).toBe('open')
  })

  it('it is given up when there is no room left', () => {
    expect(decide({ state: 'low', ballast: 'held' }, 8)).toEqual({ state: 'low', step: undefined })
    expect(decide({ state: 'low', ballast: 'held' }, 7)).toEqual({ state: 'full', step: 'give up' })
  })

  it('it is given up when a write failed, whatever room there seems to be', () => {
    expect(decideFull({ state: 'open', ballast: 'held' })).toEqual({ state: 'full', step: 'give up' })
  })
})

describe('without a ballast', () => {
  it('it is made when that leaves enough room beside it', () => {
    expect(decide({ state: 'open', ballast: 'none' }, 345).step).toBeUndefined()
    expect(decide({ state: 'open', ballast: 'none' }, 346)).toEqual({ state: 'open', step: 'make' })
  })

  it('events are refused after a full disk until it can be made again', () => {
    expect(decide({ state: 'full', ballast: 'none' }, 300)).toEqual({ state: 'full', step: undefined })
    expect(decide({ state: 'full', ballast: 'none' }, 346)).toEqual({ state: 'open', step: 'make' })
  })

  it('a write that fails gives nothing up', () => {
    expect(decideFull({ state: 'full', ballast: 'none' })).toEqual({ state: 'full', step: undefined })
  })
})

describe('without a low water mark', () => {
  const bold = { ...limits, lowWaterBytes: 0, lowWaterPercent: 0 }

  it('events are taken until a write fails', () => {
    expect(decide({ state: 'open', ballast: 'held' }, 0, bold)).toEqual({ state: 'open', step: undefined })
  })

  it('the room that the ballast gave back is not taken for room that somebody made', () => {
    expect(decide({ state: 'full', ballast: 'none' }, 64, bold).state).toBe('full')
    expect(decide({ state: 'full', ballast: 'none' }, 80, bold)).toEqual({ state: 'open', step: 'make' })
  })

  it('where no ballast is wanted either, the next look opens again', () => {
    expect(decide({ state: 'full', ballast: 'none' }, 1, { ...bold, ballastBytes: 0 }).state).toBe('open')
  })

  it('nothing waits for one that is larger than the disk', () => {
    const vast = { ...limits, ballastBytes: 20_000 * mib }
    expect(decide({ state: 'full', ballast: 'none' }, 300, vast)).toEqual({ state: 'open', step: undefined })
    expect(decide({ state: 'full', ballast: 'none' }, 200, vast).state).toBe('full')
  })
})
