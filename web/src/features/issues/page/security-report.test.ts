import { expect, it } from 'vitest'
import type { Event } from '../../../lib/api.ts'
import { anEvent } from '../../../testing/fixtures.ts'
import { securityReportOf } from './security-report.ts'

function withPart(part: object): Event {
  return { ...anEvent().event, ...part }
}

it.each([
  [
    { effective_directive: 'img-src', blocked_uri: 'data' },
    'The browser blocked data: img-src does not allow it.',
  ],
  [
    { 'violated-directive': "script-src 'self'", 'blocked-uri': '' },
    'The browser blocked inline code: script-src does not allow it.',
  ],
  [
    { effective_directive: 'script-src', blocked_uri: 'eval', disposition: 'report' },
    'The browser would block code made by eval: script-src does not allow it.',
  ],
  [{}, 'The browser blocked inline code: its policy does not allow it.'],
])('says what a browser did: %j', (csp, sentence) => {
  expect(securityReportOf(withPart({ csp }))).toMatchObject({ part: 'csp', sentence, values: csp })
})

it('knows the other policies by their names', () => {
  expect(securityReportOf(withPart({ expectct: { hostname: 'a.example' } }))?.name).toBe('Expect-CT')
})

it.each([[{}], [{ csp: 'text' }], [{ csp: ['list'] }], [{ csp: null }]])('finds no report in %j', (part) => {
  expect(securityReportOf(withPart(part))).toBeUndefined()
})
