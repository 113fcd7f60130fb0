import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentScope, registry } from '../registry.ts'
import { aClient } from '../testing/a-client.ts'
import { watchFetch } from './fetch.ts'

const whole = globalThis.fetch
let unhook: () => void
let asked: unknown[]

beforeEach(() => {
  asked = []
  aClient()
  globalThis.fetch = async (...args) => {
    asked.push(args)
    const [input] = args
    if (input === '/down') throw new TypeError('Failed to fetch')
    const url = input instanceof Request ? input.url : input.toString()
    return new Response('', { status: Number(/\d{3}/.exec(url)?.[0] ?? 200) })
  }
  unhook = watchFetch()
})
afterEach(() => {
  unhook()
  globalThis.fetch = whole
  registry().client = undefined
})

it('arguments pass through untouched', async () => {
  const init = { method: 'POST', body: new FormData(), duplex: 'half' }
  await fetch('/orders', init)
  expect(asked).toEqual([['/orders', init]])
  expect((asked[0] as unknown[])[1]).toBe(init)
})

describe('a request', () => {
  it.each([
    ['/orders/200?token=1#top', undefined, { method: 'GET', url: '/orders/200', status_code: 200 }, 'info'],
    ['/orders/404', { method: 'PUT' }, { method: 'PUT', url: '/orders/404', status_code: 404 }, 'warning'],
    [
      new URL('http://shop/500?a'),
      undefined,
      { method: 'GET', url: 'http://shop/500', status_code: 500 },
      'error',
    ],
    [
      new Request('http://shop/a', { method: 'DELETE' }),
      undefined,
      { method: 'DELETE', url: 'http://shop/a', status_code: 200 },
      'info',
    ],
  ])('is noted without its query: %s', async (input, init, data, level) => {
    await fetch(input, init)
    expect(currentScope().breadcrumbs).toMatchObject([{ category: 'fetch', level, data }])
  })

  it('that fails rejects as before, and is noted', async () => {
    await expect(fetch('/down')).rejects.toThrow('Failed to fetch')
    expect(currentScope().breadcrumbs).toMatchObject([
      { level: 'error', data: { url: '/down', failed: true } },
    ])
  })

  it('that fails, and whose failure nobody takes, is an unhandled rejection as before', async () => {
    const reasons: unknown[] = []
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', (reason) => reasons.push(reason))
    void fetch('/down')
    await new Promise((resolve) => setImmediate(resolve))
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
    expect(reasons).toMatchObject([{ message: 'Failed to fetch' }])
  })

  it('is not noted after the hook is taken out', async () => {
    unhook()
    await fetch('/orders')
    expect(currentScope().breadcrumbs).toEqual([])
  })
})
