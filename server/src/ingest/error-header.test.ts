import { expect, it } from 'vitest'
import { errorHeader } from './error-header.ts'

it('a detail of any length and any characters is a header that holds', () => {
  expect(errorHeader('There is no GET /api/ö\r\nX: y')).toEqual({
    'X-Sentry-Error': 'There is no GET /api/???X: y',
  })
  expect(errorHeader('x'.repeat(20_000))['X-Sentry-Error']).toHaveLength(1_000)
})
