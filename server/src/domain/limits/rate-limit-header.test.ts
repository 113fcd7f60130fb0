import { expect, it } from 'vitest'
import type { Limited, LimitReason } from './limit-settings.ts'
import { rateLimitHeader } from './rate-limit-header.ts'

it.each([
  ['key_per_minute', 'key'],
  ['project_per_minute', 'project'],
  ['project_per_month', 'project'],
] as const)('%s stops events of every kind and their attachments, with the scope %s', (reason, scope) => {
  const expected = `42:default;error;security;feedback;attachment:${scope}:${reason}`
  expect(rateLimitHeader([limited(reason, 42)])).toBe(expected)
})

it('sessions and client reports go on', () => {
  expect(rateLimitHeader([limited('key_per_minute', 1)])).not.toMatch(/session|internal|client_report|::/)
})

it('of several limits the longest is said, so that each category stands once', () => {
  const several = rateLimitHeader([
    limited('key_per_minute', 10),
    limited('project_per_month', 300),
    limited('project_per_minute', 20),
  ])
  expect(several).toBe(rateLimitHeader([limited('project_per_month', 300)]))
})

function limited(reason: LimitReason, retryAfterSeconds: number): Limited {
  return { kind: 'limited', reason, retryAfterSeconds }
}
