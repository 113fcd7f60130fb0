import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { actorOfToken } from '../accounts/api-tokens.ts'
import { readConfig, type Config } from '../config/config.ts'
import { openDatabase } from '../store/open-database.ts'
import { createProjectCommand } from './create-project.ts'
import { createTokenCommand } from './create-token.ts'

function aConfig(): Config {
  const dataDir = mkdtempSync(join(tmpdir(), 'mishap-cli-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  return readConfig({ MISHAP_DATA_DIR: dataDir, MISHAP_PORT: '8099' })
}

test('a project is created in a new data directory, and its DSN is printed', async () => {
  const printed: unknown = JSON.parse(await createProjectCommand(aConfig(), 'shop', { json: true }))
  expect(printed).toEqual({
    id: '1',
    slug: 'shop',
    name: 'shop',
    dsn: expect.stringMatching(/^http:\/\/[0-9a-f]{32}@localhost:8099\/1$/),
  })
})

test('a name makes the slug, and people are told the DSN', async () => {
  const printed = await createProjectCommand(aConfig(), 'Web Shop', { platform: 'node' })
  expect(printed).toMatch(/^Created the project "Web Shop" \(web-shop\)\. Its DSN:\nhttp:\S+$/)
})

test('a second project of the same slug is refused', async () => {
  const config = aConfig()
  await createProjectCommand(config, 'shop', {})
  await expect(createProjectCommand(config, 'shop', {})).rejects.toMatchObject({ code: 'conflict' })
})

test('a token is created while the database is open elsewhere, and works there', async () => {
  const config = aConfig()
  const store = await openDatabase(config, 0)
  onTestFinished(() => store.close())
  const printed: unknown = JSON.parse(await createTokenCommand(config, { name: 'ci', json: true }))
  expect(printed).toEqual({ id: expect.any(String), name: 'ci', token: expect.stringMatching(/^mishap_/) })
  const { token } = printed as { token: string }
  expect(await actorOfToken(store.reader, token)).toMatchObject({ name: 'ci' })
})

test('a file that is no database is refused and left as it was', async () => {
  const config = aConfig()
  writeFileSync(join(config.dataDir, 'mishap.db'), 'not a database')
  await expect(createProjectCommand(config, 'shop', {})).rejects.toMatchObject({ name: 'AppError' })
})
