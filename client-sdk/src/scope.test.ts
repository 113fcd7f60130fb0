import { describe, expect, it } from 'vitest'
import { Scope } from './scope.ts'

describe('a copy of a scope', () => {
  it('has everything that was set', () => {
    const scope = new Scope()
      .setUser({ id: 7 })
      .setTag('plan', 'pro')
      .setTags({ region: 'eu' })
      .setExtra('cart', [1, 2])
      .setContext('order', { id: 9 })
      .setLevel('warning')
      .setFingerprint(['a'])
      .setTransactionName('checkout')
      .addBreadcrumb({ message: 'clicked' })
    expect(scope.clone()).toEqual(scope)
    expect(scope.clone()).toMatchObject({ user: { id: 7 }, tags: { plan: 'pro', region: 'eu' } })
  })

  it('keeps what is set on it from the original', () => {
    const scope = new Scope()
    const copy = scope.clone()
    copy
      .setUser({ id: 7 })
      .setTag('a', 1)
      .setExtra('b', 2)
      .setContext('c', {})
      .addBreadcrumb({ message: 'd' })
    expect(scope).toEqual(new Scope())
  })
})

it('null takes the user and a context away', () => {
  const scope = new Scope().setUser({ id: 7 }).setContext('order', { id: 9 })
  scope.setUser(null).setContext('order', null)
  expect(scope).toEqual(new Scope())
})

it('a tag that is an object becomes text', () => {
  const tags = { a: 1, b: true, c: null, d: ['x', 'y'] as unknown as string }
  expect(new Scope().setTags(tags).tags).toEqual({ a: 1, b: true, c: null, d: 'x,y' })
})

it('data called __proto__ is data like any other', () => {
  const scope = new Scope()
    .setTag('__proto__', 'tag')
    .setExtra('__proto__', { isAdmin: true })
    .setContext('__proto__', { isAdmin: true })
  for (const { tags, extra, contexts } of [scope, scope.clone()]) {
    expect(JSON.stringify([tags, extra, contexts])).toBe(
      '[{"__proto__":"tag"},{"__proto__":{"isAdmin":true}},{"__proto__":{"isAdmin":true}}]',
    )
    for (const data of [tags, extra, contexts]) {
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
      expect(data['isAdmin']).toBeUndefined()
    }
  }
  expect(scope.setContext('__proto__', null).contexts).toEqual({})
})

describe('breadcrumbs', () => {
  it('are the newest ones, oldest first', () => {
    const scope = new Scope()
    for (const message of ['a', 'b', 'c', 'd']) scope.addBreadcrumb({ message }, 3)
    expect(scope.breadcrumbs.map(({ message }) => message)).toEqual(['b', 'c', 'd'])
  })

  it('are none where none are wanted', () => {
    expect(new Scope().addBreadcrumb({ message: 'a' }, 0).breadcrumbs).toEqual([])
  })

  it('tell what was, whatever becomes of their data', () => {
    const data: Record<string, unknown> = { step: 'before' }
    const scope = new Scope().addBreadcrumb({ timestamp: 1, message: 'a', data })
    data['step'] = 'after'
    expect(scope.breadcrumbs).toEqual([{ timestamp: 1, message: 'a', data: { step: 'before' } }])
  })
})
