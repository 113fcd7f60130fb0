import { expect, test } from 'vitest'
import { addToken } from './accounts/api-tokens.ts'
import { defaultPageSettings } from './domain/project-settings.ts'
import { recordRefused } from './ingest/refusals/refused-tally.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'
import { startApp, type CallOptions } from './testing/start-app.ts'
import { addProject } from './projects/create-project.ts'
import { listKeys } from './projects/keys.ts'
import { loadProjectDirectory } from './projects/project-directory.ts'

const hourMs = 3_600_000
/** What `startApp` takes for now. */
const now = Date.UTC(2026, 0, 1)
const outcome = {
  category: 'error',
  outcome: 'accepted',
  reason: '',
  publicKey: 'ab'.repeat(16),
  sdk: 'sentry.python/2.68.0',
} as const
const version = expect.any(String)
const refusal = { category: 'default', outcome: 'invalid', reason: 'unknown_key', detail: 'No.' } as const

onBothEngines((open) => {
  async function openShop() {
    const store = await open()
    const { call } = await startApp(store)
    const { token } = await addToken(store, 'ci', 0)
    const projectId = await addProject(store, { name: 'Shop' }, 0)
    const headers = { authorization: `Bearer ${token}` }
    return {
      store,
      projectId,
      ask: (path: string) => call('GET', `/api/v1/projects/${path}`, { headers }),
      put: (path: string, json: CallOptions['json']) =>
        call('PUT', `/api/v1/projects/${path}`, { json, headers }),
      post: (path: string, json?: CallOptions['json']) =>
        call('POST', `/api/v1/projects/${path}`, { json, headers }),
      call,
    }
  }

  test('settings are the defaults until they are changed, whole', async () => {
    const { ask, put, projectId } = await openShop()
    expect((await ask('shop/settings')).json).toEqual({ ...defaultPageSettings, version })
    const changed = {
      ...defaultPageSettings,
      filters: { ...defaultPageSettings.filters, messages: ['*boring*'] },
    }
    expect(await put('shop/settings', { ...changed, version: '*' })).toMatchObject({
      status: 200,
      json: changed,
    })
    expect((await ask(`${projectId}/settings`)).json).toEqual({ ...changed, version })
  })

  test('settings that are wrong are refused by field, and change nothing', async () => {
    const { ask, put } = await openShop()
    const wrong = {
      ...defaultPageSettings,
      limits: { ...defaultPageSettings.limits, keyPerMinute: 0 },
      version: '*',
    }
    expect(await put('shop/settings', wrong)).toMatchObject({
      status: 400,
      json: { code: 'invalid', fields: { 'limits.keyPerMinute': expect.any(String) } },
    })
    expect((await put('shop/settings', {})).status).toBe(400)
    expect((await ask('shop/settings')).json).toEqual({ ...defaultPageSettings, version })
  })

  test('settings that somebody else changed meanwhile are not overwritten', async () => {
    const { ask, put } = await openShop()
    const { version: before } = (await ask('shop/settings')).json as { version: string }
    const limits = { ...defaultPageSettings.limits, keyPerMinute: 60 }
    const first = { ...defaultPageSettings, limits, version: before }
    expect((await put('shop/settings', first)).status).toBe(200)
    expect(await put('shop/settings', { ...defaultPageSettings, version: before })).toMatchObject({
      status: 409,
      json: { code: 'conflict', message: expect.stringContaining('Load them again') },
    })
    const { version: after } = (await ask('shop/settings')).json as { version: string }
    expect(after).not.toBe(before)
    expect((await put('shop/settings', { ...defaultPageSettings, version: after })).status).toBe(200)
  })

  test('settings without a version are refused, and the refusal says where it is', async () => {
    const { put } = await openShop()
    expect(await put('shop/settings', { ...defaultPageSettings })).toMatchObject({
      status: 400,
      json: { code: 'invalid', fields: { version: expect.stringContaining('GET the same path') } },
    })
  })

  test('settings with the version * are saved whatever there is', async () => {
    const { put } = await openShop()
    const limits = { ...defaultPageSettings.limits, keyPerMinute: 60 }
    for (const settings of [{ ...defaultPageSettings, limits }, defaultPageSettings])
      expect(await put('shop/settings', { ...settings, version: '*' })).toMatchObject({
        status: 200,
        json: settings,
      })
  })

  test('outcomes are added up over the range, and by hour', async () => {
    const { store, projectId, ask } = await openShop()
    const quantities: [hoursAgo: number, quantity: number][] = [
      [0, 2],
      [1, 3],
      [23, 5],
      [24, 100],
    ]
    const outcomes = quantities.map(([hoursAgo, quantity]) => ({
      ...outcome,
      projectId,
      atMs: now - hoursAgo * hourMs,
      quantity,
    }))
    await store.write(recordRefused, { outcomes, refusals: [] })
    expect((await ask('shop/outcomes')).json).toEqual({
      from: '2025-12-31T01:00:00.000Z',
      to: '2026-01-01T00:00:00.000Z',
      rows: [
        {
          category: 'error',
          outcome: 'accepted',
          reason: '',
          key: outcome.publicKey,
          sdk: outcome.sdk,
          quantity: 10,
        },
      ],
      hours: [
        { start: '2025-12-31T01:00:00.000Z', outcome: 'accepted', quantity: 5 },
        { start: '2025-12-31T23:00:00.000Z', outcome: 'accepted', quantity: 3 },
        { start: '2026-01-01T00:00:00.000Z', outcome: 'accepted', quantity: 2 },
      ],
    })
    expect((await ask('shop/outcomes?hours=25')).json).toMatchObject({ rows: [{ quantity: 110 }] })
    expect((await ask('shop/outcomes?hours=721')).status).toBe(400)
  })

  test('refusals say why, by what key and client, with the headers that explain it', async () => {
    const { store, projectId, ask } = await openShop()
    const known = { ...refusal, projectId, atMs: now, publicKey: 'ff', sdk: 'x/1', headers: { host: 'a' } }
    await store.write(recordRefused, { outcomes: [], refusals: [known] })
    expect((await ask('shop/refusals')).json).toEqual({
      items: [
        {
          ...refusal,
          id: 'default:invalid:unknown_key:0',
          at: '2026-01-01T00:00:00.000Z',
          key: 'ff',
          sdk: 'x/1',
          headers: { host: 'a' },
        },
      ],
    })
  })

  test('DSN keys are listed, created, disabled and enabled, and running servers learn of it', async () => {
    const { ask, post, store, projectId } = await openShop()
    const directory = await loadProjectDirectory(store.reader, () => {})
    const [first] = await listKeys(store.reader, projectId, 'http://x.example')
    const created = await post('shop/keys')
    expect(created).toMatchObject({ status: 201, json: { status: 'active', dsn: expect.any(String) } })
    const { key } = (created.json ?? {}) as { key?: string }
    const keys = async () => (await ask('shop/keys')).json
    expect(await keys()).toMatchObject({ items: [{ key: first?.key }, { key, status: 'active' }] })
    expect(await directory.findKey(key ?? '')).toMatchObject({ projectId, status: 'active' })
    for (const status of ['disabled', 'active']) {
      expect(await post(`shop/keys/${key}`, { status })).toMatchObject({ status: 200, json: { key, status } })
      expect(await keys()).toMatchObject({ items: [{ status: 'active' }, { key, status }] })
      await directory.refresh()
      expect(await directory.findKey(key ?? '')).toMatchObject({ status })
    }
  })

  test('the last active DSN key may be disabled: the project then has no DSN', async () => {
    const { ask, post, store, projectId } = await openShop()
    const [first] = await listKeys(store.reader, projectId, 'http://x.example')
    expect((await post(`shop/keys/${first?.key}`, { status: 'disabled' })).status).toBe(200)
    expect((await ask('')).json).toMatchObject({ items: [{ dsn: '' }] })
  })

  test('a key is changed in its own project alone', async () => {
    const { post, store, projectId } = await openShop()
    await addProject(store, { name: 'Cellar' }, 0)
    const [first] = await listKeys(store.reader, projectId, 'http://x.example')
    expect((await post(`cellar/keys/${first?.key}`, { status: 'disabled' })).status).toBe(404)
    expect((await post('shop/keys/made-up', { status: 'disabled' })).status).toBe(404)
    expect((await post(`shop/keys/${first?.key}`, { status: 'gone' })).status).toBe(400)
    expect(await listKeys(store.reader, projectId, 'http://x.example')).toMatchObject([{ status: 'active' }])
  })

  test.each(['settings', 'keys', 'outcomes', 'refusals', 'releases'])(
    'the %s of a project that is not there are not found, and asked by nobody unknown',
    async (what) => {
      const { ask, call } = await openShop()
      expect(await ask(`cellar/${what}`)).toMatchObject({ status: 404, json: { code: 'not_found' } })
      expect((await call('GET', `/api/v1/projects/shop/${what}`)).status).toBe(401)
      expect((await ask(`shop/${what}`)).status).toBe(200)
    },
  )
})
