import { getMigrations } from 'better-auth/db/migration'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { ensureInstallation } from '../store/installation.ts'
import type { Store } from '../store/store.ts'
import { actorOfToken, addToken } from './api-tokens.ts'
import { authOptions } from './auth.ts'
import { addFirstAccount, ensureAdmin, hasAccount } from './first-account.ts'
import { isSetupToken, setupToken } from './setup-token.ts'

const ada = { name: 'Ada', email: 'Ada@example.com', password: 'correct horse' }

onBothEngines((open) => {
  async function openInstalled(): Promise<Store> {
    const store = await open()
    await ensureInstallation(store, 0)
    return store
  }

  test('our tables have everything that the sign-in library asks for', async () => {
    const store = await openInstalled()
    const logger = pino({ level: 'silent' })
    const { database, ...options } = authOptions({
      store,
      secret: 'x'.repeat(43),
      publicUrl: undefined,
      logger,
    })
    const wanted = await getMigrations({ ...options, database: { ...database, db: store.reader } })
    expect(wanted.toBeCreated).toEqual([])
    expect(wanted.toBeAdded).toEqual([])
    expect(wanted.toBeAddedIndexes).toEqual([])
  })

  test('of two first accounts at once one is made', async () => {
    const store = await openInstalled()
    const results = await Promise.allSettled([
      addFirstAccount(store, ada, 0),
      addFirstAccount(store, { ...ada, email: 'eve@example.com' }, 0),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict' },
    })
  })

  test('the configured account is made once', async () => {
    const store = await openInstalled()
    expect(await hasAccount(store.reader)).toBe(false)
    await ensureAdmin(store, ada, 0)
    await ensureAdmin(store, { ...ada, email: 'other@example.com' }, 0)
    expect(await hasAccount(store.reader)).toBe(true)
  })

  test('a token names who made a request, and is not in the database', async () => {
    const store = await openInstalled()
    const { id, token } = await addToken(store, 'ci', 5)
    expect(token).toMatch(/^mishap_[\w-]{43}$/)
    expect(await actorOfToken(store.reader, token)).toEqual({ id: `token:${id}`, name: 'ci' })
    const rows = await store.reader.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(7))
    expect(rows[0]?.hash.includes(token)).toBe(false)
  })

  test('an unknown token is forbidden', async () => {
    const store = await openInstalled()
    await expect(actorOfToken(store.reader, 'mishap_x')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the setup token', () => {
  test('is good for its own secret alone', () => {
    expect(isSetupToken(setupToken('one'), 'one')).toBe(true)
    expect(isSetupToken(setupToken('one'), 'two')).toBe(false)
    expect(isSetupToken('', 'one')).toBe(false)
  })
})
