import { describe, expect, it } from 'vitest'
import type { Json, User } from './event.ts'
import { normaliseUser } from './normalise-user.ts'
import type { JsonObject } from './read-json.ts'

const clientIp = '192.0.2.1'

describe('a user', () => {
  it.each<[string, Json, User | undefined]>([
    ['numbers', { id: 42, username: 7 }, { id: '42', username: '7' }],
    [
      'blank and null parts',
      { id: ' ', email: '', name: null, ip_address: null, geo: {}, data: {} },
      undefined,
    ],
    ['an id with an end of line', { id: 'a\n' }, { id: 'a' }],
    [
      'other keys, which become data',
      { id: 'a', segment: 's', plan: { n: 1 }, data: { x: 1 }, none: null },
      { id: 'a', data: { x: 1, segment: 's', plan: { n: 1 } } },
    ],
    ['a place', { geo: { city: 'Oslo', region: null } }, { geo: { city: 'Oslo' } }],
    ['an address of either kind', { ip_address: ' 2001:db8::1 ' }, { ip_address: '2001:db8::1' }],
    ['an address that is none', { ip_address: '300.1.1.1', id: 1 }, { id: '1' }],
    ['null', null, undefined],
    ['a text', 'me', undefined],
  ])('is read with %s', (_, user, expected) => {
    expect(normaliseUser({ user }, undefined)).toEqual(expected)
  })

  const asking = (infer_ip: string, more: JsonObject = {}): JsonObject => ({
    platform: 'javascript',
    sdk: { settings: { infer_ip } },
    ...more,
  })

  it.each<[string, JsonObject]>([
    ['by name', { user: { ip_address: '{{auto}}' } }],
    ['by the setting of a browser', asking('auto')],
  ])('has the address of the request where the client asks for it %s', (_, raw) => {
    expect(normaliseUser(raw, clientIp)).toEqual({ ip_address: clientIp })
    expect(normaliseUser(raw, undefined)).toBeUndefined()
    expect(normaliseUser(raw, 'unix:')).toBeUndefined()
  })

  it.each<[string, JsonObject]>([
    ['says nothing', { platform: 'javascript', user: {} }],
    ['forbids it', asking('never', { user: { ip_address: '{{auto}}' } })],
    ['says that there is none', asking('auto', { user: { ip_address: null } })],
    ['is a server, whose address it would be', asking('auto', { platform: 'node' })],
  ])('has no address of the request where the client %s', (_, raw) => {
    expect(normaliseUser(raw, clientIp)).toBeUndefined()
  })
})
