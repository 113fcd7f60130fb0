import { expect, it } from 'vitest'
import { createAgeClock } from './age-clock.ts'

const hourMs = 3_600_000
const noon = Date.UTC(2026, 0, 2, 12)

/** A clock that runs for some milliseconds, and is put forward, or back, by some. */
function aClock() {
  const told: string[] = []
  let monotonic = 5_000
  let time = noon
  const read = createAgeClock({
    now: () => time,
    clock: () => monotonic,
    tell: (sentence) => told.push(sentence),
  })
  return {
    told,
    read: () => {
      const answer = read()
      return answer === undefined ? undefined : answer - noon
    },
    run(ms: number) {
      monotonic += ms
      time += ms
    },
    put: (ms: number) => void (time += ms),
  }
}

it('is the time as it passes, however long nobody asks', () => {
  const clock = aClock()
  clock.run(400 * hourMs)
  expect(clock.read()).toBe(400 * hourMs)
  expect(clock.told).toEqual([])
})

it('follows a clock that is put right, and one that is put back', () => {
  const clock = aClock()
  clock.put(hourMs)
  expect(clock.read()).toBe(hourMs)
  clock.put(-1_000 * hourMs)
  expect(clock.read()).toBe(-999 * hourMs)
  expect(clock.told).toEqual([])
})

it('is not known for a day after the clock was put forward by more than an hour', () => {
  const clock = aClock()
  clock.put(2_400 * hourMs)
  expect(clock.read()).toBeUndefined()
  clock.run(23 * hourMs)
  expect(clock.read()).toBeUndefined()
  expect(clock.told).toHaveLength(1)
  clock.run(hourMs)
  expect(clock.read()).toBe(2_424 * hourMs)
  expect(clock.read()).toBe(2_424 * hourMs)
  expect(clock.told).toEqual([
    'The clock of the server was put forward by 2400 hours. Nothing is deleted for its age until the clock is set back, or for a day.',
    'Old events are deleted again.',
  ])
})

it('is known at once when the clock is set back, and the next time is another', () => {
  const clock = aClock()
  clock.put(48 * hourMs)
  expect(clock.read()).toBeUndefined()
  clock.run(20 * hourMs)
  clock.put(-48 * hourMs)
  expect(clock.read()).toBe(20 * hourMs)
  clock.put(48 * hourMs)
  clock.run(20 * hourMs)
  expect(clock.read()).toBeUndefined()
})
