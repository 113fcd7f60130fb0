import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from './config/config.ts'
import { guardDisk } from './guard-disk.ts'

/** Starts the guard where a ballast of ten bytes is, and answers whether it still is. */
async function guardWith(ballastBytes: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, '0123456789')
  const config = readConfig({ MISHAP_DATA_DIR: folder, MISHAP_DISK_BALLAST_BYTES: ballastBytes })
  await guardDisk(config, pino({ level: 'silent' }))
  return existsSync(ballast)
}

test.each([
  ['is kept when it is as large as is asked for', '10', true],
  ['is removed when none is wanted', '0', false],
  ['is removed when it was cut off', '67108864', false],
])('a ballast of before %s', async (_name, bytes, expected) => {
  expect(await guardWith(bytes)).toBe(expected)
})
