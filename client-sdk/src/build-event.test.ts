import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  buildErrorEvent,
  buildGivenEvent,
  buildMessageEvent,
  sdkVersion,
  type EventParts,
} from './build-event.ts'
import { readSettings } from './settings.ts'
import { Scope } from './scope.ts'

const eventId = 'a'.repeat(32)

function parts(override: Partial<EventParts> = {}): EventParts {
  return {
    settings: readSettings({ release: 'shop@1', environment: 'demo' }, () => {}),
    runtime: {
      platform: 'node',
      sdkName: 'mishap.javascript.node',
      serverName: () => 'web-1',
      contexts: () => ({ runtime: { name: 'node' } }),
    },
    scope: new Scope(),
    eventId,
    now: 1_700_000_000_500,
    ...override,
  }
}

const thrown = { error: new TypeError('boom'), mechanism: { type: 'generic', handled: true } }

it('an event tells what, when, where and by whom it was made', () => {
  expect(buildErrorEvent(parts(), thrown, 'error')).toMatchObject({
    event_id: eventId,
    timestamp: 1_700_000_000.5,
    platform: 'node',
    level: 'error',
    release: 'shop@1',
    environment: 'demo',
    server_name: 'web-1',
    contexts: { runtime: { name: 'node' } },
    sdk: { name: 'mishap.javascript.node', version: sdkVersion },
    exception: { values: [{ type: 'TypeError', value: 'boom' }] },
  })
})

it('the environment is production unless it is said', () => {
  const settings = readSettings({}, () => {})
  const event = buildErrorEvent(parts({ settings }), thrown, 'error')
  expect(event.environment).toBe('production')
  expect(event).not.toHaveProperty('release')
})

it('the version is the one of the package', () => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  expect(sdkVersion).toBe(version)
})

describe('the scope of an event', () => {
  const scope = new Scope()
    .setUser({ id: 7 })
    .setTag('plan', 'pro')
    .setExtra('cart', [1])
    .setContext('order', { id: 9 })
    .setFingerprint(['mine'])
    .setLevel('warning')
    .setTransactionName('checkout')
    .addBreadcrumb({ timestamp: 1, message: 'clicked' })

  it('is told whole', () => {
    expect(buildErrorEvent(parts({ scope }), thrown, 'error')).toMatchObject({
      user: { id: 7 },
      tags: { plan: 'pro' },
      extra: { cart: [1] },
      contexts: { order: { id: 9 }, runtime: { name: 'node' } },
      fingerprint: ['mine'],
      level: 'warning',
      transaction: 'checkout',
      breadcrumbs: [{ timestamp: 1, message: 'clicked' }],
    })
  })

  it('is copied: what changes later does not reach the event', () => {
    const user = { id: 7 }
    const cart = { items: 1 }
    const own = new Scope().setUser(user).setExtra('cart', cart)
    const event = buildErrorEvent(parts({ scope: own }), thrown, 'error')
    user.id = 8
    cart.items = 2
    own.setTag('late', true).addBreadcrumb({ message: 'late' })
    expect(event).toMatchObject({ user: { id: 7 }, extra: { cart: { items: 1 } }, tags: {}, breadcrumbs: [] })
  })

  it('describes its request at the moment of the event', () => {
    const own = new Scope()
    own.describeRequest = () => ({ request: { url: 'http://shop/cart' }, transaction: 'GET /cart' })
    expect(buildErrorEvent(parts({ scope: own }), thrown, 'error')).toMatchObject({
      request: { url: 'http://shop/cart' },
      transaction: 'GET /cart',
    })
  })

  it('does without a request that cannot be described', () => {
    const own = new Scope()
    own.describeRequest = () => {
      throw new Error('gone')
    }
    expect(buildErrorEvent(parts({ scope: own }), thrown, 'error')).not.toHaveProperty('request')
  })
})

it('an object that was thrown is kept as extra', () => {
  const event = buildErrorEvent(parts(), { ...thrown, error: { code: 7 } }, 'error')
  expect(event.extra).toEqual({ thrown: { code: 7 } })
})

describe('a message', () => {
  it('has no exception', () => {
    const event = buildMessageEvent(parts(), 'hello', 'info', undefined)
    expect(event).toMatchObject({ message: 'hello', level: 'info' })
    expect(event).not.toHaveProperty('exception')
  })

  it('has a stack where one is wanted', () => {
    const event = buildMessageEvent(parts(), 'hello', 'info', 'Error\n    at load (/a.js:1:2)')
    expect(event.exception?.values).toMatchObject([
      { value: 'hello', stacktrace: { frames: [{ function: 'load' }] }, mechanism: { synthetic: true } },
    ])
  })
})

it('an event of the program keeps what it says, and gets the rest from the scope', () => {
  const scope = new Scope().setTags({ plan: 'pro', region: 'eu' }).setUser({ id: 7 })
  const given = { message: 'mine', level: 'debug' as const, tags: { plan: 'free' } }
  expect(buildGivenEvent(parts({ scope }), given)).toMatchObject({
    event_id: eventId,
    message: 'mine',
    level: 'debug',
    tags: { plan: 'free', region: 'eu' },
    user: { id: 7 },
    release: 'shop@1',
  })
})
