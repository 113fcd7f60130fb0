import { createServer } from 'node:http'
import express, { type Express } from 'express'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { setTag, setUser } from '../api.ts'
import { registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { aClient, type TestClient } from '../testing/a-client.ts'
import { listen } from '../testing/a-server.ts'
import { hostileValues } from '../testing/hostile-values.ts'
import { errorView, type ErrorViewOptions } from './error-view.ts'
import { requestContext } from './request-context.ts'

const secret = 'password=hunter2 at /srv/shop/db.js'
let tracker: TestClient

beforeEach(() => {
  registry().storage = new AsyncLocalStorage<Scope>()
  tracker = aClient()
})
afterEach(() => {
  registry().client = undefined
})

/** A shop that fails at `/orders/:id`, on a free port. */
async function aShop(fail: (app: Express) => void, options: ErrorViewOptions = {}): Promise<string> {
  const app = express()
  app.use(requestContext())
  fail(app)
  app.use(errorView(options))
  const server = createServer(app)
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${await listen(server)}`
}

const throwing =
  (error: unknown) =>
  (app: Express): void =>
    void app.get('/orders/:id', () => {
      throw error
    })

async function visit(origin: string, headers: Record<string, string> = { accept: 'text/html' }) {
  const response = await fetch(`${origin}/orders/7?step=2&token=abc`, { headers })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

describe('the page', () => {
  it('shows the id of the event, and nothing of the error', async () => {
    const { status, headers, body } = await visit(await aShop(throwing(new Error(secret))))
    const [event] = await tracker.sent()
    expect(status).toBe(500)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toContain('Something went wrong on our side.')
    expect(body).toContain(event?.event_id)
    expect(body).not.toMatch(/hunter2|password|db\.js|Error/)
  })

  it('shows no id where nothing was reported', async () => {
    registry().client = undefined
    const { body } = await visit(await aShop(throwing(new Error(secret))))
    expect(body).not.toContain('reported')
    expect(body).not.toContain('0000')
  })

  it.each([
    [404, 'This page does not exist.'],
    [403, 'You are not allowed to see this page.'],
    [422, 'This request could not be understood.'],
  ])('says what a %i means, and reports nothing', async (status, sentence) => {
    const page = await visit(await aShop(throwing(Object.assign(new Error(secret), { status }))))
    expect(page.status).toBe(status)
    expect(page.body).toContain(sentence)
    expect(page.body).not.toContain('hunter2')
    expect(await tracker.sent()).toEqual([])
  })

  it.each([200, 99, 1_000, 500.5, '404'])('takes no status of %s from an error', async (status) => {
    expect((await visit(await aShop(throwing(Object.assign(new Error('x'), { status }))))).status).toBe(500)
  })

  it('can be the program’s own', async () => {
    const render = ({ eventId, status }: { eventId: string | undefined; status: number }) =>
      `Oops ${status} ${eventId}`
    const { body } = await visit(await aShop(throwing(new Error(secret)), { render }))
    expect(body).toBe(`Oops 500 ${(await tracker.sent())[0]?.event_id}`)
  })

  it('is ours when the program’s own fails', async () => {
    const render = (): string => {
      throw new Error(secret)
    }
    const { status, body } = await visit(await aShop(throwing(new Error('boom')), { render }))
    expect([status, body]).toEqual([500, expect.stringContaining('Something went wrong')])
    expect(body).not.toContain('hunter2')
  })

  it('is no download, whatever the route had said of its answer', async () => {
    const origin = await aShop((app) =>
      app.get('/orders/:id', (_request, response) => {
        response.set({
          'Content-Disposition': 'attachment',
          'Content-Encoding': 'gzip',
          'Content-Length': '3',
        })
        throw new Error('boom')
      }),
    )
    const { headers, body } = await visit(origin)
    expect(headers.get('content-disposition')).toBeNull()
    expect(body).toContain('</html>')
  })

  // What is falsy is no error to Express.
  it.each(hostileValues.filter(({ value }) => Boolean(value)))('is there for $name', async ({ value }) => {
    const { status, body } = await visit(
      await aShop((app) => app.use((_request, _response, next) => next(value))),
    )
    expect([status, body]).toEqual([500, expect.stringContaining('Something went wrong')])
    expect(await tracker.sent()).toHaveLength(1)
  })
})

describe('API clients', () => {
  it.each<[string, Record<string, string>]>([
    ['accept JSON', { accept: 'application/json' }],
    ['accept a kind of JSON', { accept: 'application/vnd.api+json' }],
    ['send JSON and accept anything', { accept: '*/*', 'content-type': 'application/json' }],
    ['prefer JSON to a page', { accept: 'application/json, text/html;q=0.5' }],
  ])('that %s get the id as JSON, and nothing of the error', async (_what, headers) => {
    const { status, body } = await visit(await aShop(throwing(new Error(secret))), headers)
    expect(status).toBe(500)
    expect(JSON.parse(body)).toEqual({
      error: { message: 'Something went wrong on our side.', eventId: (await tracker.sent())[0]?.event_id },
    })
  })

  it.each(['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', 'image/png'])(
    'browsers get the page: %s',
    async (accept) => {
      expect((await visit(await aShop(throwing(new Error('x'))), { accept })).body).toContain('</html>')
    },
  )
})

it('an answer that was half sent is broken off, and the error is reported', async () => {
  const origin = await aShop((app) =>
    app.get('/orders/:id', (_request, response) => {
      response.write('half')
      throw new Error('boom')
    }),
  )
  await expect(visit(origin)).rejects.toThrow('terminated')
  expect(await tracker.sent()).toHaveLength(1)
})

describe('the event', () => {
  it('tells the request, its route and who made it', async () => {
    const origin = await aShop((app) =>
      app.get('/orders/:id', async () => {
        setUser({ id: 7 })
        await Promise.resolve()
        throw new Error('boom')
      }),
    )
    await visit(origin, {
      accept: 'text/html',
      cookie: 'sid=1',
      authorization: 'Basic x',
      'x-real-ip': '1.2.3.4',
      dnt: '1',
    })
    const [event] = await tracker.sent()
    expect(event).toMatchObject({
      level: 'error',
      transaction: 'GET /orders/:id',
      user: { id: 7 },
      request: {
        method: 'GET',
        url: `${origin}/orders/7`,
        query_string: 'step=2&token=[Filtered]',
        headers: { dnt: '1' },
      },
      exception: { values: [{ mechanism: { type: 'auto.http.express', handled: false } }] },
    })
    expect(Object.keys(event?.request?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/cookie|authorization|ip/)]),
    )
  })

  it('has the scope of its request, also when its error comes out of another context', async () => {
    const pool = new EventEmitter()
    const origin = await aShop((app) =>
      app.get('/orders/:id', (request, _response, next) => {
        setTag('order', request.params['id'] ?? '')
        pool.once('error', next)
        registry().storage?.run(registry().globalScope, () => pool.emit('error', new Error('boom')))
      }),
    )
    await visit(origin)
    expect(await tracker.sent()).toMatchObject([{ tags: { order: '7' }, transaction: 'GET /orders/:id' }])
  })

  it('has nothing of another request', async () => {
    const origin = await aShop((app) =>
      app.get('/orders/:id', async (request) => {
        const id = String(request.headers['x-id'])
        setTag('id', id)
        await new Promise((resolve) => setImmediate(resolve))
        throw new Error(id)
      }),
    )
    await Promise.all(Array.from({ length: 50 }, (_, id) => visit(origin, { 'x-id': String(id) })))
    const events = await tracker.sent()
    expect(events).toHaveLength(50)
    for (const { tags, exception } of events) expect(tags).toEqual({ id: exception?.values[0]?.value })
  })

  it('is made where the program wants one', async () => {
    const shouldReport = (_error: unknown, status: number): boolean => status === 404
    const origin = await aShop(throwing(Object.assign(new Error('x'), { statusCode: 404 })), { shouldReport })
    await visit(origin)
    expect(await tracker.sent()).toHaveLength(1)
  })
})
