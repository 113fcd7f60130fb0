import { expect, it } from 'vitest'
import { envelopeUrl, formatDsn, parseDsn } from './dsn.ts'

it.each([
  ['https://key@host/1', 'https://host/api/1/envelope/'],
  ['http://key@localhost:8080/42', 'http://localhost:8080/api/42/envelope/'],
  ['https://key@host/errors/1', 'https://host/errors/api/1/envelope/'],
  ['https://key:secret@host/1', 'https://host/api/1/envelope/'],
  ['https://key@host/1?lib=old', 'https://host/api/1/envelope/'],
  ['  https://key@host/1/ ', 'https://host/api/1/envelope/'],
  ['https://key@[::1]:8080/1', 'https://[::1]:8080/api/1/envelope/'],
])('%s leads to %s', (text, url) => {
  const dsn = parseDsn(text)
  expect(dsn && envelopeUrl(dsn)).toBe(url)
})

it.each(['', 'nonsense', 'https://host/1', 'https://key@host/', 'https://key@host/shop', 'ftp://key@host/1'])(
  '"%s" is no DSN',
  (text) => {
    expect(parseDsn(text)).toBeUndefined()
  },
)

it.each(['https://key@host/1', 'http://key@localhost:8080/a/b/42'])(
  '%s is written as it was read',
  (text) => {
    const dsn = parseDsn(text)
    expect(dsn && formatDsn(dsn)).toBe(text)
  },
)
