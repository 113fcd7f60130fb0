import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import {
  removeDataDir,
  runCli,
  startMishap,
  startRefused,
  temporaryDataDir,
  type Mishap,
} from './support/mishap.ts'
import { createProject } from './support/project.ts'
import { runProgram } from './support/run-script.ts'

function emptyDataDir(): string {
  const dataDir = temporaryDataDir()
  onTestFinished(() => removeDataDir(dataDir))
  return dataDir
}

async function started(dataDir: string, env: Record<string, string> = {}): Promise<Mishap> {
  const mishap = await startMishap(dataDir, env)
  onTestFinished(async () => void (await mishap.end('SIGKILL')))
  return mishap
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** One line for a person, no stack, and a failing exit. */
async function expectRefusal(
  dataDir: string,
  words: RegExp,
  env: Record<string, string> = {},
): Promise<void> {
  const { code, said } = await startRefused(dataDir, env)
  expect(said).toMatch(words)
  expect(said).not.toMatch(/\n\s+at /)
  expect(code).toBe(1)
}

it.each([
  ['empty', () => Buffer.alloc(0), /is empty/],
  ['no database', () => Buffer.from('hello '.repeat(1_200)), /not an SQLite database/],
  ['cut in half', () => halfADatabase(), /damaged/],
])('refuses a database file that is %s, and leaves it as it was', async (_name, content, words) => {
  const dataDir = emptyDataDir()
  const file = join(dataDir, 'mishap.db')
  writeFileSync(file, content())
  const before = hashOf(file)
  await expectRefusal(dataDir, words)
  expect(hashOf(file)).toBe(before)
})

function halfADatabase(): Buffer {
  const dataDir = emptyDataDir()
  runCli(dataDir, {}, ['project', 'create', 'shop', '--json'])
  const whole = readFileSync(join(dataDir, 'mishap.db'))
  return whole.subarray(0, Math.floor(whole.length / 2 / 4096) * 4096)
}

it('refuses the database of another program', async () => {
  const dataDir = emptyDataDir()
  new Database(join(dataDir, 'mishap.db')).exec('CREATE TABLE recipes (name TEXT)').close()
  await expectRefusal(dataDir, /belongs to another program/)
})

it('refuses a database that a newer version wrote', async () => {
  const dataDir = emptyDataDir()
  runCli(dataDir, {}, ['project', 'create', 'shop', '--json'])
  const newer = "INSERT INTO schema_migrations VALUES ('9999_future.sql', 'x', 0)"
  new Database(join(dataDir, 'mishap.db')).exec(newer).close()
  await expectRefusal(dataDir, /newer Mishap.*9999_future/)
})

it('notices that its database file is gone', async () => {
  const dataDir = emptyDataDir()
  writeFileSync(join(dataDir, 'installation.json'), '{}')
  await expectRefusal(dataDir, /is gone/)
})

it('refuses a data directory that cannot be one', async () => {
  const dataDir = emptyDataDir()
  const file = join(dataDir, 'file')
  writeFileSync(file, '')
  await expectRefusal(join(file, 'data'), /cannot be written/)
})

it('refuses a port in use, and a second server on the same data', async () => {
  const dataDir = emptyDataDir()
  const blocker = createServer().listen(0)
  onTestFinished(() => void blocker.close())
  const port = String((blocker.address() as AddressInfo).port)
  await expectRefusal(dataDir, new RegExp(`Port ${port} is in use`), { MISHAP_PORT: port })
  await started(dataDir)
  await expectRefusal(dataDir, /Another Mishap server/)
})

it('names every variable that is wrong', async () => {
  await expectRefusal(emptyDataDir(), /MISHAP_COLOUR[^]*MISHAP_PORT/, {
    MISHAP_PORT: 'eighty',
    MISHAP_COLOUR: 'red',
  })
})

it('makes the first account from the environment, and works without a browser', async () => {
  const dataDir = emptyDataDir()
  const account = { MISHAP_ADMIN_EMAIL: 'ada@example.com', MISHAP_ADMIN_PASSWORD: 'correct horse battery' }
  const mishap = await started(dataDir, account)
  expect(mishap.output).not.toContain('/setup')
  const response = await fetch(`${mishap.origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse battery' }),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toContain('HttpOnly')
})

const program = `
import * as Mishap from '@mishap/sdk'
Mishap.init({ dsn: process.env.DSN })
Mishap.captureMessage('kept')
console.log(await Mishap.flush())
`

it('has after kill -9 what it had acknowledged, and ends in order on SIGTERM', async () => {
  const dataDir = emptyDataDir()
  mkdirSync(dataDir, { recursive: true })
  const first = await started(dataDir)
  const project = createProject(first, 'shop')
  expect((await runProgram(program, { DSN: project.dsn })).output).toBe('true\n')
  await project.issuesAfter(1)
  await first.end('SIGKILL')
  const second = await started(dataDir)
  const response = await fetch(`${second.origin}/api/v1/issues`, {
    headers: { authorization: `Bearer ${project.token}` },
  })
  const { items }: { items: { title: string; count: number }[] } = await response.json()
  expect(items).toMatchObject([{ title: 'kept', count: 1 }])
  expect(await second.end('SIGTERM')).toBe(0)
})
