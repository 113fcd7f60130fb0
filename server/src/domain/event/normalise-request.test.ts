import { describe, expect, it } from 'vitest'
import type { Json, Request } from './event.ts'
import { normaliseRequest } from './normalise-request.ts'
import type { JsonObject } from './read-json.ts'

const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`

describe('a request', () => {
  it.each<[string, Json, Request | undefined]>([
    [
      'a URL with query and fragment',
      { url: 'https://a.test/p?q=1&e=#top' },
      {
        url: 'https://a.test/p',
        query_string: [
          ['q', '1'],
          ['e', ''],
        ],
        fragment: 'top',
      },
    ],
    [
      'a query beside its URL',
      { url: '/p?q=1', query_string: 'r=2' },
      { url: '/p', query_string: [['r', '2']] },
    ],
    [
      'an empty query beside its URL',
      { url: '/p?q=1', query_string: '' },
      { url: '/p', query_string: [['q', '1']] },
    ],
    ['a query as text with its mark', { query_string: '?a=b%20c' }, { query_string: [['a', 'b c']] }],
    [
      'a query as object',
      { query_string: { a: 1, b: ['x', 'y'], c: null } },
      {
        query_string: [
          ['a', '1'],
          ['b', 'x,y'],
        ],
      },
    ],
    [
      'a query as pairs',
      {
        query_string: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      },
      {
        query_string: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      },
    ],
    ['a method in small letters', { method: 'get' }, { method: 'GET' }],
    ['a method that is none', { method: 'GET /', url: '/' }, { url: '/' }],
    [
      'headers in small letters',
      { headers: { 'x-request-id': 'a', ETag: 'b' } },
      {
        headers: [
          ['X-Request-Id', 'a'],
          ['ETag', 'b'],
        ],
      },
    ],
    [
      'headers as pairs and lists',
      {
        headers: [
          ['accept', ['a', 'b']],
          ['x', null],
        ],
      },
      { headers: [['Accept', 'a,b']] },
    ],
    [
      'cookies in a header',
      { headers: { cookie: 'a=1; b; c=d=e' } },
      {
        cookies: [
          ['a', '1'],
          ['b', ''],
          ['c', 'd=e'],
        ],
      },
    ],
    ['cookies as text', { cookies: 'a=1' }, { cookies: [['a', '1']] }],
    ['cookies as object', { cookies: { a: 1 } }, { cookies: [['a', '1']] }],
    ['nothing that says anything', { url: '', method: null, headers: {}, env: {} }, undefined],
    ['a text', 'GET /', undefined],
  ])('is read from %s', (_, sent, request) => {
    expect(normaliseRequest(sent)).toEqual(request)
  })

  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

  it.each<[string, JsonObject, Json]>([
    ['JSON in a text', { data: ' {"a":[1]}' }, { a: [1] }],
    ['text that only begins like JSON', { data: '{a' }, '{a'],
    ['text', { data: 'a=b' }, 'a=b'],
    ['a form', { data: 'a=b&c=d%20e', headers: form }, { a: 'b', c: 'd e' }],
    ['an object', { data: { a: null } }, { a: null }],
    ['zero', { data: 0 }, 0],
    ['NUL in JSON in a text', { data: '{"a\\u0000":"\\ud83d"}' }, { 'a\uFFFD': '\uFFFD' }],
    [
      'long numbers in JSON in a text',
      { data: '[123456789012345678901,1e999]' },
      ['123456789012345678901', null],
    ],
    ['brackets without end, which stay text', { data: deep }, deep],
  ])('has a body of %s', (_, sent, data) => {
    expect(normaliseRequest(sent)?.data).toEqual(data)
  })

  it('has no NUL from what was escaped in its query or form', () => {
    const sent = { query_string: 'a%00=%00', data: 'b=%00', headers: form }
    expect(normaliseRequest(sent)).toMatchObject({
      query_string: [['a\uFFFD', '\uFFFD']],
      data: { b: '\uFFFD' },
    })
  })
})
