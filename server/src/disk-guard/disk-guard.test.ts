import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ballastIn } from './ballast.ts'
import { createDiskGuard } from './disk-guard.ts'

const kib = 1024
const limits = { lowWaterBytes: 100 * kib, lowWaterPercent: 0, ballastBytes: 40 * kib }

/** A disk on which nothing but the ballast and what the test says takes room. */
function aDisk(otherFreeKib: number) {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const ballast = ballastIn(folder, limits.ballastBytes)
  const disk = { freeKib: otherFreeKib, told: [] as string[], started: true }
  const guard = createDiskGuard({
    readSpace: async () => ({
      freeBytes: disk.freeKib * kib - (ballast.isHeld() ? limits.ballastBytes : 0),
      totalBytes: 1_000 * kib,
    }),
    ballast,
    mayMake: () => disk.started,
    limits,
    tell: (sentence) => void disk.told.push(sentence),
  })
  return { disk, guard, ballast, file: join(folder, 'ballast') }
}

it('the ballast is a file of real bytes, made once there is room', async () => {
  const { guard, file } = aDisk(500)
  await guard.look()
  expect(statSync(file).size).toBe(limits.ballastBytes)
  expect(statSync(file).blocks * 512).toBeGreaterThanOrEqual(limits.ballastBytes)
  expect(readFileSync(file).includes(0)).toBe(false)
})

it('it is not made while the server starts', async () => {
  const { guard, disk, file } = aDisk(500)
  disk.started = false
  await guard.look()
  expect(existsSync(file)).toBe(false)
})

it('one of another size is made anew', async () => {
  const { guard, file } = aDisk(500)
  writeFileSync(file, 'small')
  await guard.look()
  expect(statSync(file).size).toBe(limits.ballastBytes)
})

it('a disk that fills is told once, refuses with a reason, and is open again without a restart', async () => {
  const { guard, disk } = aDisk(500)
  await guard.look()
  expect(guard.trouble()).toBeUndefined()
  disk.freeKib = 139
  await guard.look()
  await guard.look()
  expect(guard.trouble()).toMatch(/nearly full/)
  disk.freeKib = 151
  await guard.look()
  expect(guard.trouble()).toBeUndefined()
  expect(disk.told).toHaveLength(2)
})

it('a write that fails for want of room gives the ballast up, until there is room for it again', async () => {
  const { guard, disk, ballast } = aDisk(500)
  await guard.look()
  disk.freeKib = 45
  await guard.noteFull()
  expect(ballast.isHeld()).toBe(false)
  expect(guard.trouble()).toMatch(/is full/)
  await guard.look()
  expect(guard.trouble()).toMatch(/is full/)
  disk.freeKib = 300
  await guard.look()
  expect(ballast.isHeld()).toBe(true)
  expect(guard.trouble()).toBeUndefined()
})
