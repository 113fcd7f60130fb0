import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../domain/app-error.ts'
import { defaultEventBounds } from '../domain/event/event-bounds.ts'
import { readConfig } from './config.ts'
import { describeVariables } from './describe-variables.ts'

function complaintsAbout(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return error.message.split('\n')
    throw error
  }
}

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    dataDir: resolve('data'),
    publicUrl: undefined,
    database: { engine: 'sqlite', file: resolve('data/mishap.db') },
    admin: undefined,
    logLevel: 'warn',
    trustedProxies: 0,
    limits: { wireBytes: 20 * 1024 * 1024, items: 1000, queueBytes: 32 * 1024 * 1024 },
  })
})

test('the bounds of events are those of the domain unless the environment says otherwise', () => {
  expect(readConfig({}).limits).toMatchObject(defaultEventBounds)
  expect(readConfig({ MISHAP_LIMIT_FRAMES: '60', MISHAP_LIMIT_FUTURE_SECONDS: '0' }).limits).toMatchObject({
    ...defaultEventBounds,
    frames: 60,
    futureSeconds: 0,
  })
})

test('an envelope has bounds for its attachments, its report and its ratio', () => {
  expect(readConfig({}).limits).toMatchObject({
    attachments: 30,
    attachmentsBytes: 100 * 1024 * 1024,
    reportBytes: 64 * 1024,
    inflateRatio: 200,
    inflateFreeBytes: 1024 * 1024,
  })
})

test('a depth that would overflow the stack is refused', () => {
  expect(complaintsAbout({ MISHAP_LIMIT_DEPTH_PARSED: '1001', MISHAP_LIMIT_FRAMES: '0' })).toEqual([
    'MISHAP_LIMIT_DEPTH_PARSED must be a whole number from 1 to 1000, not "1001".',
    'MISHAP_LIMIT_FRAMES must be a whole number above 0, not "0".',
  ])
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ MISHAP_PORT: '', MISHAP_ADMIN_EMAIL: '' })).toEqual(readConfig({}))
})

test('a database URL chooses PostgreSQL', () => {
  const url = 'postgres://mishap:secret@db/mishap'
  expect(readConfig({ MISHAP_DATABASE_URL: url }).database).toEqual({
    engine: 'postgres',
    url,
    asyncCommit: 'refuse',
  })
})

test('a trailing slash of the public URL is left out', () => {
  expect(readConfig({ MISHAP_PUBLIC_URL: 'https://Mishap.example.com/' }).publicUrl).toBe(
    'https://mishap.example.com',
  )
})

test('everything that is wrong is said at once', () => {
  expect(
    complaintsAbout({ MISHAP_PORT: '80a', MISHAP_LOG_LEVEL: 'loud', MISHAP_PUBLIC_URL: 'mishap' }),
  ).toEqual([
    'MISHAP_PORT must be a port from 0 to 65535, not "80a".',
    'MISHAP_PUBLIC_URL must be an address such as https://mishap.example.com, without a path, not "mishap".',
    'MISHAP_LOG_LEVEL must be one of fatal, error, warn, info, debug, silent, not "loud".',
  ])
})

test('a wrong secret is not repeated', () => {
  const complaints = complaintsAbout({ MISHAP_ADMIN_EMAIL: 'a@b.example', MISHAP_ADMIN_PASSWORD: 'hunter2' })
  expect(complaints).toEqual(['MISHAP_ADMIN_PASSWORD must be 10 to 1000 characters.'])
})

test('half of the first account is refused', () => {
  expect(complaintsAbout({ MISHAP_ADMIN_EMAIL: 'a@b.example' })).toEqual([
    'Set both MISHAP_ADMIN_EMAIL and MISHAP_ADMIN_PASSWORD, or neither.',
  ])
})

test('an unknown variable is refused with the one that was meant', () => {
  expect(complaintsAbout({ MISHAP_PROT: '1', MISHAP_QUITE_ANOTHER_THING: '1' })).toEqual([
    'There is no variable MISHAP_PROT. Did you mean MISHAP_PORT?',
    'There is no variable MISHAP_QUITE_ANOTHER_THING.',
  ])
})

test('the documentation lists every variable', () => {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
  expect(withoutPadding(page)).toContain(withoutPadding(describeVariables()))
})

/** The formatter pads the columns of tables. */
function withoutPadding(table: string): string {
  return table.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')
}
