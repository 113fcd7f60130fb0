import { AsyncLocalStorage } from 'node:async_hooks'
import { afterEach, describe, expect, it } from 'vitest'
import { addBreadcrumb, captureException, captureMessage, setTag } from './api.ts'
import type { Event, Options } from './options.ts'
import { currentScope, registry } from './registry.ts'
import type { Scope } from './scope.ts'
import { aClient } from './testing/a-client.ts'

afterEach(() => {
  registry().client = undefined
  registry().storage = undefined
})

function fail(): never {
  throw new Error('a bug in the hook')
}

describe('beforeSend', () => {
  it('may change an event, also later', async () => {
    for (const beforeSend of [
      (event: Event) => ({ ...event, tags: { changed: true } }),
      async (event: Event) => ({ ...event, tags: { changed: true } }),
    ]) {
      const { sent } = aClient({ beforeSend })
      captureMessage('a')
      expect(await sent()).toMatchObject([{ message: 'a', tags: { changed: true } }])
    }
  })

  it('sees what was thrown', async () => {
    const seen: unknown[] = []
    const { sent } = aClient({
      beforeSend: (event, hint) => {
        seen.push(hint.originalException)
        return event
      },
    })
    const error = new Error('boom')
    captureException(error)
    await sent()
    expect(seen).toEqual([error])
  })

  it.each<[string, NonNullable<Options['beforeSend']>]>([
    ['throws', fail],
    ['rejects', async () => fail()],
    ['forgets to answer', (() => {}) as unknown as () => null],
    ['answers nonsense', (() => 'yes') as unknown as () => null],
  ])('that %s lets the event go as it was', async (_what, beforeSend) => {
    const { sent } = aClient({ beforeSend })
    captureMessage('a')
    expect(await sent()).toMatchObject([{ message: 'a' }])
  })

  it('that never answers is waited for no longer than it may take', async () => {
    const { sent } = aClient(
      { beforeSend: () => new Promise(() => {}) },
      { wait: (ms) => (ms === 5_000 ? Promise.resolve() : new Promise(() => {})) },
    )
    captureMessage('a')
    expect(await sent()).toMatchObject([{ message: 'a' }])
  })

  it('may put in what JSON cannot say', async () => {
    const { sent } = aClient({
      beforeSend: (event) => {
        const extra: Record<string, unknown> = { big: 1n }
        extra['self'] = extra
        return { ...event, extra }
      },
    })
    captureException(new Error('boom'))
    expect(await sent()).toMatchObject([
      { extra: { big: '1', self: '[circular]' }, exception: { values: [{ value: 'boom' }] } },
    ])
  })

  it('captures nothing itself', async () => {
    registry().storage = new AsyncLocalStorage<Scope>()
    const ids: string[] = []
    const { sent } = aClient({
      beforeSend: async (event) => {
        ids.push(captureMessage('within'))
        addBreadcrumb({ message: 'within' })
        await Promise.resolve()
        ids.push(captureException(new Error('within, later')))
        return event
      },
    })
    captureMessage('a')
    expect((await sent()).map(({ message }) => message)).toEqual(['a'])
    expect(ids).toEqual(['0'.repeat(32), '0'.repeat(32)])
    expect(currentScope().breadcrumbs).toEqual([])
  })

  it('changes no scope but its own', async () => {
    const { sent } = aClient({
      beforeSend: (event) => {
        setTag('within', true)
        return event
      },
    })
    captureMessage('a')
    captureMessage('b')
    expect((await sent()).map(({ tags }) => tags)).toEqual([{}, {}])
  })
})

describe('beforeBreadcrumb', () => {
  it('may change a breadcrumb or keep it back', () => {
    aClient({ beforeBreadcrumb: (crumb) => (crumb.message === 'secret' ? null : { ...crumb, type: 'seen' }) })
    addBreadcrumb({ message: 'secret' })
    addBreadcrumb({ message: 'open' })
    expect(currentScope().breadcrumbs).toMatchObject([{ message: 'open', type: 'seen' }])
  })

  it('that throws lets the breadcrumb be as it was', () => {
    aClient({ beforeBreadcrumb: fail })
    addBreadcrumb({ message: 'open' })
    expect(currentScope().breadcrumbs).toMatchObject([{ message: 'open' }])
  })
})
