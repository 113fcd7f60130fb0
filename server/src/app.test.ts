import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { addToken } from './accounts/api-tokens.ts'
import { addFirstAccount } from './accounts/first-account.ts'
import { setupToken } from './accounts/setup-token.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'
import { cookiesOf, startApp } from './testing/start-app.ts'

const ada = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' }
const signedIn = { state: 'signed-in', account: { name: 'Ada', email: 'ada@example.com' } }

onBothEngines((open) => {
  test('the first account is made with the token, once, and is signed in', async () => {
    const { call, secret } = await startApp(await open())
    expect((await call('GET', '/api/v1/session')).json).toEqual({ state: 'setup', account: null })

    const wrong = await call('POST', '/api/v1/setup', { json: { ...ada, token: 'guess' } })
    expect(wrong).toMatchObject({ status: 403, json: { code: 'forbidden' } })

    const made = await call('POST', '/api/v1/setup', { json: { ...ada, token: setupToken(secret) } })
    expect(made).toMatchObject({ status: 200, json: signedIn })
    expect(made.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^mishap_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    const seen = await call('GET', '/api/v1/session', { headers: cookiesOf(made) })
    expect(seen.json).toMatchObject(signedIn)

    const again = await call('POST', '/api/v1/setup', { json: { ...ada, token: setupToken(secret) } })
    expect(again).toMatchObject({ status: 409, json: { code: 'conflict' } })
  })

  test('a session ends when its owner signs out', async () => {
    const store = await open()
    const { call } = await startApp(store)
    await addFirstAccount(store, ada, 0)
    const headers = cookiesOf(await call('POST', '/api/v1/session', { json: { ...ada, name: undefined } }))
    expect((await call('GET', '/api/v1/projects', { headers })).status).toBe(200)
    const out = await call('DELETE', '/api/v1/session', { headers })
    expect(out).toMatchObject({ status: 200, json: { state: 'signed-out' } })
    expect((await call('GET', '/api/v1/projects', { headers })).status).toBe(401)
  })

  test('an unknown address and a wrong password get the same answer, and few of them', async () => {
    const store = await open()
    const { call } = await startApp(store)
    await addFirstAccount(store, ada, 0)
    const signIn = (email: string) =>
      call('POST', '/api/v1/session', { json: { email, password: 'not the one' } })
    const [unknown, wrong] = [await signIn('eve@example.com'), await signIn(ada.email)]
    expect(unknown).toMatchObject({ status: 401, json: { code: 'unauthorized' } })
    expect(unknown.text).toBe(wrong.text)
    for (let attempt = 2; attempt <= 10; attempt++) await signIn(ada.email)
    const limited = await signIn(ada.email)
    expect(limited).toMatchObject({ status: 429, json: { code: 'rate_limited' } })
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('a project is created with a token and listed', async () => {
    const store = await open()
    const { call, origin } = await startApp(store)
    const { token } = await addToken(store, 'ci', 0)
    const headers = { authorization: `Bearer ${token}` }
    const made = await call('POST', '/api/v1/projects', { json: { name: 'Shop' }, headers })
    const { host } = new URL(origin)
    expect(made).toMatchObject({
      status: 201,
      json: { slug: 'shop', dsn: expect.stringContaining(`@${host}/`) },
    })
    const listed = await call('GET', '/api/v1/projects', { headers })
    expect(listed.json).toEqual({ items: [made.json] })
  })

  test('an unknown token is forbidden, and no credentials are unauthorized', async () => {
    const { call } = await startApp(await open())
    const unknown = await call('GET', '/api/v1/projects', { headers: { authorization: 'Bearer mishap_no' } })
    expect(unknown).toMatchObject({ status: 403, json: { code: 'forbidden' } })
    expect(await call('GET', '/api/v1/projects')).toMatchObject({
      status: 401,
      json: { code: 'unauthorized' },
    })
  })

  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
  ])('a mutation from %s is refused', async (_name, headers) => {
    const { call } = await startApp(await open())
    expect(await call('DELETE', '/api/v1/session', { headers })).toMatchObject({ status: 403 })
  })

  test('a mutation from the own origin passes', async () => {
    const { call, origin } = await startApp(await open())
    expect((await call('DELETE', '/api/v1/session', { headers: { origin } })).status).toBe(200)
  })

  test('with a public URL that alone is the own origin, and makes the cookie strict', async () => {
    const store = await open()
    const publicUrl = 'https://mishap.example.com'
    const { call, origin } = await startApp(store, { publicUrl })
    await addFirstAccount(store, ada, 0)
    const json = { email: ada.email, password: ada.password }
    expect((await call('POST', '/api/v1/session', { json, headers: { origin } })).status).toBe(403)
    const reply = await call('POST', '/api/v1/session', { json, headers: { origin: publicUrl } })
    expect(reply.headers.getSetCookie()[0]).toMatch(
      /^__Host-mishap_session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect((await call('GET', '/api/v1/session', { headers: cookiesOf(reply) })).json).toMatchObject(signedIn)
  })

  test('what is unknown or unreadable is refused with a sentence', async () => {
    const { call } = await startApp(await open())
    expect(await call('GET', '/api/v1/health?verbose=1')).toMatchObject({
      status: 400,
      json: { code: 'invalid', fields: { verbose: 'There is no such parameter.' } },
    })
    const text = { body: 'email=a', headers: { 'content-type': 'text/plain' } }
    expect(await call('POST', '/api/v1/session', text)).toMatchObject({
      status: 415,
      json: { code: 'unsupported' },
    })
    const broken = { body: '{"email', headers: { 'content-type': 'application/json' } }
    expect(await call('POST', '/api/v1/session', broken)).toMatchObject({
      status: 400,
      json: { code: 'invalid' },
    })
    const large = { json: { email: 'x'.repeat(2 ** 20), password: '' } }
    expect(await call('POST', '/api/v1/session', large)).toMatchObject({
      status: 413,
      json: { code: 'too_large' },
    })
    expect(await call('POST', '/api/v1/session', { json: null })).toMatchObject({
      status: 400,
      json: { code: 'invalid' },
    })
    expect(await call('GET', '/api/v1/nothing')).toMatchObject({ status: 404, json: { code: 'not_found' } })
    expect(await call('POST', '/api/v1/health')).toMatchObject({ status: 404, json: { code: 'not_found' } })
    const broken404 = await call('POST', '/api/abc/envelope/')
    expect(broken404).toMatchObject({ status: 404, json: { detail: expect.stringContaining('DSN') } })
    expect(broken404.headers.get('access-control-allow-origin')).toBe('*')
    expect(await call('GET', '/api/v1/%ff')).toMatchObject({ json: { code: expect.any(String) } })
  })

  test('every mounted route is described', async () => {
    const { call } = await startApp(await open())
    const { json } = await call('GET', '/api/v1/openapi.json')
    expect(json).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/health': { get: { security: [] } },
        '/projects': { get: {}, post: { requestBody: {}, responses: { '201': {} } } },
        '/session': { get: {}, post: {}, delete: {} },
      },
    })
    const page = await call('GET', '/api/v1/docs')
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('/api/v1/docs/init.js') })
    for (const file of ['init.js', 'swagger-ui.css', 'swagger-ui-bundle.js']) {
      expect((await call('GET', `/api/v1/docs/${file}`)).status).toBe(200)
    }
  })

  test('the web page answers every other address, with a nonce of its own', async () => {
    const webFolder = mkdtempSync(join(tmpdir(), 'mishap-web-'))
    mkdirSync(join(webFolder, 'assets'))
    writeFileSync(join(webFolder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
    writeFileSync(join(webFolder, 'assets/app-1a2b.js'), '1')
    const { call } = await startApp(await open(), { webFolder })
    for (const path of ['/', '/index.html', '/issues/WEB-1']) {
      const page = await call('GET', path)
      const nonce = /content="([^"]{20,})"/.exec(page.text)?.[1]
      expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
    const script = await call('GET', '/assets/app-1a2b.js')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await call('GET', '/assets/gone.js')).status).toBe(404)
    expect((await call('POST', '/issues')).status).toBe(404)
  })

  test('a web interface that is not built is said so', async () => {
    const { call } = await startApp(await open())
    expect(await call('GET', '/')).toMatchObject({
      status: 503,
      text: expect.stringContaining('npm run build'),
    })
  })

  test('nothing secret is logged', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
    const store = await open()
    const { call } = await startApp(store, { logger })
    const { token } = await addToken(store, 'ci', 0)
    const headers = { authorization: `Bearer ${token}`, cookie: 'mishap_session=a-secret-cookie' }
    await call('GET', '/api/v1/projects?token=a-secret-query', { headers })
    await call('POST', '/api/v1/session', { json: { email: 'a@b.example', password: 'a-secret-password' } })
    expect(lines.join('')).toContain('"path":"/api/v1/projects"')
    expect(lines.join('')).not.toMatch(/a-secret|mishap_[\w-]{9}/)
  })
})
