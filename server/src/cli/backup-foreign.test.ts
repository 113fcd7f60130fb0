import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { backupCommand } from './backup.ts'

test('a backup of the database of another program is refused and leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  new Database(join(dataDir, 'mishap.db')).exec('CREATE TABLE recipes (name TEXT)').close()
  const config = readConfig({ MISHAP_DATA_DIR: dataDir, MISHAP_DISK_LOW_WATER_PERCENT: '0' })
  const backup = backupCommand(config, join(folder, 'copy.db'), {})
  await expect(backup).rejects.toMatchObject({ code: 'conflict' })
  expect(readdirSync(folder)).toEqual(['data'])
})
