import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { setImmediate as later } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import * as Mishap from './public.ts'
import { currentScope, registry } from './registry.ts'
import { Scope } from './scope.ts'
import { aClient } from './testing/a-client.ts'
import { hostileValues } from './testing/hostile-values.ts'

afterEach(() => {
  registry().client = undefined
  registry().storage = undefined
  registry().globalScope = new Scope()
})

const noId = '0'.repeat(32)

describe('without a client', () => {
  it('everything may be called and nothing happens', async () => {
    expect(Mishap.captureException(new Error('boom'))).toBe(noId)
    expect(Mishap.captureMessage('hello')).toBe(noId)
    expect(Mishap.captureEvent({})).toBe(noId)
    Mishap.addBreadcrumb({ message: 'a' })
    expect(currentScope().breadcrumbs).toEqual([])
    expect(Mishap.lastEventId()).toBeUndefined()
    expect(await Mishap.flush()).toBe(true)
    expect(await Mishap.close()).toBe(true)
  })

  it('withScope answers what its work answers, and throws what it throws', () => {
    expect(Mishap.withScope(() => 7)).toBe(7)
    expect(() =>
      Mishap.withScope(() => {
        throw new RangeError('mine')
      }),
    ).toThrow(RangeError)
    expect(registry().stack).toEqual([])
  })
})

describe('a capture', () => {
  it('answers with the id of its event, which is the last event id', async () => {
    const { sent } = aClient()
    const ids = [Mishap.captureException(new Error('a')), Mishap.captureMessage('b'), Mishap.captureEvent({})]
    expect(Mishap.lastEventId()).toBe(ids[2])
    expect((await sent()).map((event) => event.event_id)).toEqual(ids)
  })

  it('takes context for this event alone', async () => {
    const { sent } = aClient()
    Mishap.captureException(new Error('a'), { tags: { cart: 9 }, level: 'warning' })
    Mishap.captureMessage('b', { extra: { cart: 9 } })
    Mishap.captureMessage('c', 'fatal')
    expect(await sent()).toMatchObject([
      { tags: { cart: 9 }, level: 'warning', exception: { values: [{ mechanism: { handled: true } }] } },
      { tags: {}, extra: { cart: 9 }, level: 'info' },
      { tags: {}, extra: {}, level: 'fatal' },
    ])
  })

  it('of what is no error has the stack of its caller', async () => {
    const { sent } = aClient({ attachStacktrace: true })
    function checkout(): void {
      Mishap.captureException('text')
      Mishap.captureMessage('text')
    }
    checkout()
    for (const { exception } of await sent())
      expect(exception?.values[0]?.stacktrace?.frames.at(-1)).toMatchObject({ function: 'checkout' })
  })

  it('after close is none', async () => {
    const { sent } = aClient()
    Mishap.captureMessage('before')
    expect(await Mishap.close()).toBe(true)
    expect(Mishap.captureMessage('after')).toBe(noId)
    expect(await sent()).toHaveLength(1)
  })
})

it.each(hostileValues)('nothing throws, whatever it is given: $name', async ({ value }) => {
  const { sent } = aClient()
  const any = value as never
  for (const scope of [undefined, null, value]) {
    const hint = scope as never
    expect(Mishap.captureException(value, hint)).toMatch(/^[0-9]{32}$/)
    expect(Mishap.captureMessage(any, hint)).toMatch(/^[0-9]{32}$/)
  }
  Mishap.captureEvent(any)
  Mishap.setUser(any)
  Mishap.setTag('hostile', any)
  Mishap.setTags(any)
  Mishap.setContext('hostile', any)
  Mishap.setExtra('hostile', any)
  Mishap.addBreadcrumb(any)
  Mishap.withScope((scope) => scope.setLevel('info'))
  Mishap.captureMessage('last')
  expect((await sent()).at(-1)?.message).toBe('last')
})

describe('withScope', () => {
  it('keeps what is set within from what comes after', async () => {
    const { sent } = aClient()
    Mishap.setTag('outer', 1)
    Mishap.withScope((scope) => {
      scope.setTag('inner', 1)
      Mishap.setUser({ id: 7 })
      Mishap.captureMessage('within')
    })
    Mishap.captureMessage('after')
    const [within, after] = await sent()
    expect(within).toMatchObject({ tags: { outer: 1, inner: 1 }, user: { id: 7 } })
    expect(after?.tags).toEqual({ outer: 1 })
    expect(after).not.toHaveProperty('user')
  })

  it('tells the last event id also after it', () => {
    aClient()
    const id = Mishap.withScope(() => Mishap.captureMessage('within'))
    expect(Mishap.lastEventId()).toBe(id)
  })

  it('keeps a thousand tasks apart over awaits, timers, emitters and each other', async () => {
    registry().storage = new AsyncLocalStorage<Scope>()
    const { sent } = aClient()
    let captured = 0
    const wrong: unknown[] = []
    const check = (id: number): void => {
      captured += 1
      if (currentScope().tags['id'] !== id) wrong.push(id)
    }
    const work = (id: number): Promise<void> =>
      Mishap.withScope(async (scope) => {
        scope.setTag('id', id)
        await later()
        check(id)
        await new Promise((resolve) => {
          const emitter = new EventEmitter().once('done', resolve)
          setTimeout(() => emitter.emit('done'), 0)
        })
        await Promise.all([later().then(() => check(id)), queued(() => check(id))])
      })
    await Promise.all(Array.from({ length: 1_000 }, (_, id) => work(id)))
    expect([captured, wrong]).toEqual([3_000, []])
    expect(await sent()).toEqual([])
  })
})

function queued(work: () => void): Promise<void> {
  return new Promise((resolve) => {
    queueMicrotask(() => {
      work()
      resolve()
    })
  })
}
