import { expect, it } from 'vitest'
import { readCredentials } from './credentials.ts'

const none = new URLSearchParams()

it('reads the key and the client from the authentication header, with or without spaces', () => {
  const spaced = {
    'x-sentry-auth': 'Sentry sentry_version=7, sentry_key=abc, sentry_client=sentry.python/2.68.0',
  }
  const tight = { 'x-sentry-auth': 'sentry sentry_client=sentry.java/8,sentry_key=abc' }
  expect(readCredentials(spaced, none)).toEqual({ publicKey: 'abc', clientName: 'sentry.python/2.68.0' })
  expect(readCredentials(tight, none)).toEqual({ publicKey: 'abc', clientName: 'sentry.java/8' })
})

it('reads the same grammar from Authorization, and the query of browsers', () => {
  expect(readCredentials({ authorization: 'Sentry sentry_key=abc' }, none)?.publicKey).toBe('abc')
  const query = new URLSearchParams('sentry_version=7&sentry_key=def&sentry_client=x')
  expect(readCredentials({}, query)).toEqual({ publicKey: 'def', clientName: 'x' })
})

it('reads the key from the user name of Basic', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
  expect(readCredentials(basic('abc:'), none)).toEqual({ publicKey: 'abc', clientName: undefined })
  expect(readCredentials(basic('abc'), none)?.publicKey).toBe('abc')
  expect(readCredentials(basic(':secret'), none)).toBeUndefined()
})

it('prefers the header to the query', () => {
  const headers = { 'x-sentry-auth': 'Sentry sentry_key=abc' }
  expect(readCredentials(headers, new URLSearchParams('sentry_key=def'))?.publicKey).toBe('abc')
})

it('finds nothing in a bearer token, an empty key or no credentials', () => {
  expect(readCredentials({ authorization: 'Bearer abc' }, none)).toBeUndefined()
  expect(readCredentials({ 'x-sentry-auth': 'Sentry sentry_key=' }, none)).toBeUndefined()
  expect(readCredentials({}, none)).toBeUndefined()
})
