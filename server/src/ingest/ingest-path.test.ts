import { expect, it } from 'vitest'
import { parseIngestPath } from './ingest-path.ts'

it.each([
  '/api/42/envelope/',
  '/api/42/envelope',
  '//api/42//envelope//',
  '/api/42/envelope/?sentry_key=abc',
])('%s is ingest', (url) => {
  expect(parseIngestPath(url)).toMatchObject({ projectId: 42, endpoint: 'envelope' })
})

it.each([
  '/api/v1/issues',
  '/api/x/envelope/',
  '/api/42/envelope/more',
  '/',
  '/api/0x2a/envelope/',
  '/envelope',
])('%s is not', (url) => {
  expect(parseIngestPath(url)).toBeUndefined()
})

it('hands the query on', () => {
  expect(parseIngestPath('/api/1/envelope/?sentry_key=a%20b')?.query.get('sentry_key')).toBe('a b')
})
