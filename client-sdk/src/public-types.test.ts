import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Browser from './browser.ts'
import * as Mishap from './node.ts'
import type { Event, Options, Scope } from './node.ts'
import { registry } from './registry.ts'
import { aClient } from './testing/a-client.ts'

beforeEach(() => void aClient())
afterEach(() => {
  registry().client = undefined
})

it('the compiler lets pass what is documented', async () => {
  const answers = [
    Mishap.captureException(new Error('x')) satisfies string,
    Mishap.captureException('anything', { tags: { a: 1 }, level: 'warning' }) satisfies string,
    Mishap.captureException(undefined, (scope: Scope) => scope.setTag('a', true)) satisfies string,
    Mishap.captureMessage('text', 'warning') satisfies string,
    Mishap.captureMessage('text', { extra: { a: {} } }) satisfies string,
    Mishap.captureEvent({ message: 'text' } satisfies Partial<Event>) satisfies string,
    Mishap.lastEventId() satisfies string | undefined,
  ]
  expect(new Set(answers).size).toBe(6)
  expect(Mishap.withScope((scope) => scope.setUser(null).setContext('a', null) satisfies Scope).tags).toEqual(
    {},
  )
  expect((await Mishap.withScope(async () => 7)) satisfies number).toBe(7)
  expect((await Mishap.flush()) satisfies boolean).toBe(true)
  expect((await Mishap.close(100)) satisfies boolean).toBe(true)
})

it('both doors take the same options', () => {
  const options: Options = { dsn: '', ignoreErrors: ['a', /b/], beforeSend: async (event) => event }
  expect([Mishap.init(options), Browser.init(options)]).toEqual([undefined, undefined])
})

it('what the compiler refuses does no harm where there is none', () => {
  // @ts-expect-error -- A tag is no object.
  Mishap.setTag('a', {})
  // @ts-expect-error -- There is no such level.
  expect(Mishap.captureMessage('text', 'warn')).toMatch(/^[0-9]{32}$/)
  // @ts-expect-error -- A context is an object.
  Mishap.setContext('a', 'text')
  // @ts-expect-error -- There is no such option.
  Mishap.init({ dns: '' })
  // @ts-expect-error -- A hook answers with an event or null.
  Mishap.init({ beforeSend: () => {} })
  expect(Mishap.captureMessage('off')).toBe('0'.repeat(32))
})
