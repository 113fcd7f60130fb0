import { expect, it } from 'vitest'
import { scopeWithHint } from './capture-hint.ts'
import { Scope } from './scope.ts'

const context = {
  user: { id: 7 },
  level: 'warning' as const,
  tags: { plan: 'pro' },
  extra: { cart: 1 },
  contexts: { order: { id: 9 } },
  fingerprint: ['mine'],
}

it('context comes with an event alone: the scope stays as it was', () => {
  const scope = new Scope().setTag('region', 'eu')
  for (const hint of [context, { captureContext: context }]) {
    expect(scopeWithHint(scope, hint)).toMatchObject({ ...context, tags: { plan: 'pro', region: 'eu' } })
  }
  expect(scope).toEqual(new Scope().setTag('region', 'eu'))
})

it('context called __proto__ is data like any other', () => {
  const named: Record<string, never> = JSON.parse('{"__proto__":{"isAdmin":true}}')
  const { extra, contexts } = scopeWithHint(new Scope(), { extra: named, contexts: named })
  expect(JSON.stringify([extra, contexts])).toBe(JSON.stringify([named, named]))
  expect(extra['isAdmin']).toBeUndefined()
})

it('a function sets it on a copy', () => {
  const scope = new Scope()
  const hint = (copy: Scope): Scope => copy.setTag('plan', 'pro')
  for (const given of [hint, { captureContext: hint }])
    expect(scopeWithHint(scope, given).tags).toEqual({ plan: 'pro' })
  expect(scope.tags).toEqual({})
})

it('without a hint the scope is itself', () => {
  const scope = new Scope()
  expect(scopeWithHint(scope, undefined)).toBe(scope)
})
