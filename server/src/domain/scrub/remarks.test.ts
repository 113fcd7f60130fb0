import { describe, expect, it } from 'vitest'
import type { Event, Json } from '../event/event.ts'
import { anEvent } from '../event/testing/an-event.ts'
import { scrub } from './testing/an-event.ts'

const key = ['@password:filter', 's', 0, 10]

function removedFrom(length: number, rule: Json[] = key): Json {
  return { '': { rem: [rule], len: length } }
}

describe('what is removed leaves a remark where it was', () => {
  it.each<[what: string, event: Partial<Event>, left: Partial<Event>, meta: Json]>([
    [
      'a value of an exception',
      { exception: { values: [{ type: 'E', value: 'no 4111111111111111 and 8.8.8.8!' }] } },
      { exception: { values: [{ type: 'E', value: 'no [Filtered] and [ip]!' }] } },
      {
        exception: {
          values: {
            '0': {
              value: {
                '': {
                  rem: [
                    ['@creditcard:filter', 's', 3, 13],
                    ['@ip:replace', 's', 18, 22],
                  ],
                  len: 32,
                },
              },
            },
          },
        },
      },
    ],
    [
      'a message and its parameters',
      { logentry: { message: 'x %s', formatted: 'x token=abc', params: ['token=abc'] } },
      { logentry: { message: 'x %s', formatted: 'x token=[Filtered]', params: ['token=[Filtered]'] } },
      {
        logentry: {
          formatted: removedFrom(11, ['@password:filter', 's', 8, 18]),
          params: { '0': removedFrom(9, ['@password:filter', 's', 6, 16]) },
        },
      },
    ],
    [
      'extra data, also deep in it and in lists',
      {
        extra: { api_key: 'abc', deep: [{ pin: 1234 }], argv: ['--token', 'abc'], pairs: [['secret', 'x']] },
      },
      {
        extra: {
          api_key: '[Filtered]',
          deep: [{ pin: '[Filtered]' }],
          argv: ['--token', '[Filtered]'],
          pairs: [['secret', '[Filtered]']],
        },
      },
      {
        extra: {
          api_key: removedFrom(3),
          deep: { '0': { pin: removedFrom(4) } },
          argv: { '1': removedFrom(3) },
          pairs: { '0': { '1': removedFrom(1) } },
        },
      },
    ],
    [
      'everything in credentials, but what they are like',
      { contexts: { app: { credentials: { user: 'bob', type: 'basic', nested: [{ a: 'x' }], ok: true } } } },
      {
        contexts: {
          app: {
            credentials: { user: '[Filtered]', type: 'basic', nested: [{ a: '[Filtered]' }], ok: true },
          },
        },
      },
      {
        contexts: { app: { credentials: { user: removedFrom(3), nested: { '0': { a: removedFrom(1) } } } } },
      },
    ],
    [
      'what a session is known by',
      { extra: { session: { id: 'abc', cart: [1], user: { id: 5 } } } },
      { extra: { session: { id: '[Filtered]', cart: [1], user: { id: 5 } } } },
      { extra: { session: { id: removedFrom(3) } } },
    ],
    [
      'headers, cookies and query',
      {
        request: {
          url: 'https://a:b@x/',
          headers: [
            ['X-Api-Key', 'abc'],
            ['Accept', '*/*'],
            ['X-Forwarded-For', '10.0.0.1, 8.8.8.8'],
          ],
          cookies: [
            ['theme', 'dark'],
            ['anything', 'abc'],
          ],
          query_string: [
            ['page', '2'],
            ['token', 'abc'],
          ],
        },
      },
      {
        request: {
          url: 'https://a:[Filtered]@x/',
          headers: [
            ['X-Api-Key', '[Filtered]'],
            ['Accept', '*/*'],
            ['X-Forwarded-For', '[ip], [ip]'],
          ],
          cookies: [
            ['theme', 'dark'],
            ['anything', '[Filtered]'],
          ],
          query_string: [
            ['page', '2'],
            ['token', '[Filtered]'],
          ],
        },
      },
      {
        request: {
          url: removedFrom(14, ['@urlauth:filter', 's', 10, 20]),
          headers: {
            '0': { '1': removedFrom(3) },
            '2': {
              '1': {
                '': {
                  rem: [
                    ['@ip:replace', 's', 0, 4],
                    ['@ip:replace', 's', 6, 10],
                  ],
                  len: 17,
                },
              },
            },
          },
          cookies: { '1': { '1': removedFrom(3) } },
          query_string: { '1': { '1': removedFrom(3) } },
        },
      },
    ],
    [
      'a body as data and as a form, and the environment',
      {
        request: {
          data: { login: { password: 'x' } },
          env: { REMOTE_ADDR: '10.1.2.3', DB_PASSWORD: 'x', PWD: '/srv' },
        },
      },
      {
        request: {
          data: { login: { password: '[Filtered]' } },
          env: { REMOTE_ADDR: '[ip]', DB_PASSWORD: '[Filtered]', PWD: '/srv' },
        },
      },
      {
        request: {
          data: { login: { password: removedFrom(1) } },
          env: { REMOTE_ADDR: removedFrom(8, ['@ip:replace', 's', 0, 4]), DB_PASSWORD: removedFrom(1) },
        },
      },
    ],
    [
      'the address of the user, whole',
      { user: { id: '7', email: 'bob@example.com', ip_address: '10.0.0.1', data: { otp: '123456' } } },
      { user: { id: '7', email: 'bob@example.com', data: { otp: '[Filtered]' } } },
      { user: { ip_address: removedFrom(8, ['@ip:replace', 'x']), data: { otp: removedFrom(6) } } },
    ],
    [
      'tags',
      { tags: { auth_token: 'abc', tenant: 'acme' } },
      { tags: { auth_token: '[Filtered]', tenant: 'acme' } },
      { tags: { auth_token: removedFrom(3) } },
    ],
    [
      'a breadcrumb',
      {
        breadcrumbs: {
          values: [{ message: 'GET /?sid=abc', data: { url: 'http://u:p@x', authorization: 'x' } }],
        },
      },
      {
        breadcrumbs: {
          values: [
            {
              message: 'GET /?sid=[Filtered]',
              data: { url: 'http://u:[Filtered]@x', authorization: '[Filtered]' },
            },
          ],
        },
      },
      {
        breadcrumbs: {
          values: {
            '0': {
              message: removedFrom(13, ['@password:filter', 's', 10, 20]),
              data: { url: removedFrom(12, ['@urlauth:filter', 's', 9, 19]), authorization: removedFrom(1) },
            },
          },
        },
      },
    ],
    [
      'a header that is written as an object of name and value',
      {
        extra: { headers: [{ name: 'Authorization', value: 'x' }], rawHeaders: ['Host', 'a', 'Cookie', 'b'] },
      },
      {
        extra: {
          headers: [{ name: 'Authorization', value: '[Filtered]' }],
          rawHeaders: ['Host', 'a', 'Cookie', '[Filtered]'],
        },
      },
      { extra: { headers: { '0': { value: removedFrom(1) } }, rawHeaders: { '3': removedFrom(1) } } },
    ],
    [
      'a number that is a card',
      { extra: { paid: 4111111111111111, order_id: 4111111111111111 } },
      { extra: { paid: '[Filtered]', order_id: 4111111111111111 } },
      { extra: { paid: removedFrom(16, ['@creditcard:filter', 's', 0, 10]) } },
    ],
  ])('%s', (_, event, left, meta) => {
    expect(scrub(anEvent(event))).toEqual(anEvent({ ...left, _meta: meta }))
  })
})
