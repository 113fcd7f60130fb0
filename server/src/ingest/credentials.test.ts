import { describe, expect, it } from 'vitest'
import { credentialsOfDsn, readCredentials } from './credentials.ts'

const none = new URLSearchParams()
const key = 'ab'.repeat(16)

describe('the authentication header', () => {
  it.each([
    ['a comma and a space', 'Sentry sentry_version=7, sentry_key=abc, sentry_client=sentry.python/2.68.0'],
    ['a comma', 'sentry sentry_client=sentry.python/2.68.0,sentry_key=abc,sentry_version=7'],
    ['spaces', 'SENTRY  sentry_key=abc  sentry_client=sentry.python/2.68.0'],
    ['semicolons', 'Sentry sentry_key=abc; sentry_client=sentry.python/2.68.0;'],
    [
      'line breaks and spaces at the signs',
      'Sentry sentry_key = abc,\n sentry_client = sentry.python/2.68.0',
    ],
    ['capital names', 'Sentry SENTRY_KEY=abc,Sentry_Client=sentry.python/2.68.0'],
    ['no word before them', 'sentry_key=abc,sentry_client=sentry.python/2.68.0'],
  ])('is read with %s', (_, header) => {
    const expected = { publicKey: 'abc', clientName: 'sentry.python/2.68.0' }
    expect(readCredentials({ 'x-sentry-auth': header }, none)).toEqual(expected)
  })

  it('keeps a client name with a space whole', () => {
    const header = 'Sentry sentry_client=My Client/1 sentry_key=abc'
    const named = { publicKey: 'abc', clientName: 'My Client/1' }
    expect(readCredentials({ 'x-sentry-auth': header }, none)).toEqual(named)
  })

  it('is not read beyond 2,000 characters', () => {
    const header = `Sentry ${' '.repeat(2_000)}sentry_key=abc`
    expect(readCredentials({ 'x-sentry-auth': header }, none)).toBeUndefined()
  })
})

describe('Authorization', () => {
  const read = (authorization: string) => readCredentials({ authorization }, none)
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

  it('has the same grammar after the word Sentry', () => {
    expect(read('Sentry sentry_key=abc')?.publicKey).toBe('abc')
    expect(read('Bearer sentry_key=abc')).toBeUndefined()
  })

  it('has the key as the user name of Basic', () => {
    expect(read(basic(`${key}:`))).toEqual({ publicKey: key, clientName: undefined })
    expect(read(basic(key).replace('Basic', 'bAsIc'))?.publicKey).toBe(key)
  })

  it.each(['admin:secret', ':secret', ''])('of Basic is somebody else’s with "%s"', (text) => {
    expect(read(basic(text))).toBeUndefined()
  })

  it('has a whole DSN, of any host', () => {
    const dsn = `https://${key}:secret@example.com/prefix/42`
    expect(read(`DSN ${dsn}`)).toEqual({ publicKey: key, clientName: undefined, projectId: 42 })
    expect(read('DSN nonsense')).toBeUndefined()
  })
})

it('the query has the key of browsers', () => {
  const query = new URLSearchParams('sentry_version=7&sentry_key=def&sentry_client=x')
  expect(readCredentials({}, query)).toEqual({ publicKey: 'def', clientName: 'x' })
})

it('the first form that is there counts, and one without a key is not there', () => {
  const query = new URLSearchParams('sentry_key=def')
  const bearer = { authorization: 'Bearer abc' }
  expect(readCredentials({ 'x-sentry-auth': 'Sentry sentry_key=abc', ...bearer }, query)?.publicKey).toBe(
    'abc',
  )
  expect(readCredentials({ 'x-sentry-auth': 'Sentry sentry_key=', ...bearer }, query)?.publicKey).toBe('def')
  expect(readCredentials({ ...bearer }, none)).toBeUndefined()
})

it.each([undefined, 7, {}, 'https://example.com/1', `https://${key}@example.com/x`])(
  '%j is no DSN',
  (value) => {
    expect(credentialsOfDsn(value)).toBeUndefined()
  },
)
