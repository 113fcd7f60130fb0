import { describe, expect, it } from 'vitest'
import { anEvent } from '../event/testing/an-event.ts'
import { isLocalhost } from './is-localhost.ts'

describe('the address of a page or a request', () => {
  it.each([
    'http://localhost',
    'http://localhost:3000/cart',
    'https://LOCALHOST/',
    'http://localhost./',
    'http://shop.localhost:8080/',
    'http://a.b.localhost/',
    'http://127.0.0.1:5173/',
    'http://127.1.2.3/',
    'http://0.0.0.0:8000/',
    'http://[::1]:3000/',
    'http://[::ffff:127.0.0.1]/',
    'http://someone:secret@localhost/',
    'ws://localhost/socket',
  ])('%s is local', (url) => expect(isLocalhost(anEvent({ request: { url } }))).toBe(true))

  it.each([
    'https://shop.example/',
    'https://localhost.example/',
    'https://notlocalhost/',
    'https://shop.example/localhost',
    'https://shop.example\\@localhost/',
    'https://localhost@shop.example/',
    'http://127.0.0.1.nip.io/',
    'http://10.0.0.1/',
    'http://[::2]/',
    'http://[::1',
    'http://',
    '/localhost',
    'not an address',
  ])('%s is not', (url) => expect(isLocalhost(anEvent({ request: { url } }))).toBe(false))

  it.each(['file:///srv/app/index.html', 'capacitor://localhost/', 'ionic://localhost/'])(
    '%s is that of a packaged app, and not local',
    (url) => expect(isLocalhost(anEvent({ request: { url } }))).toBe(false),
  )

  it.each([
    ['localhost:3000', true],
    ['[::1]:3000', true],
    ['localhost.example:3000', false],
    ['', false],
  ])('is the Host %j when there is no other: %j', (host, expected) => {
    expect(isLocalhost(anEvent({ request: { url: '/cart', headers: [['Host', host]] } }))).toBe(expected)
  })

  it('is not the Host when it is known itself: that may be of a server behind a proxy', () => {
    const request = {
      url: 'https://shop.example/',
      headers: [['Host', 'localhost:3000']] satisfies [string, string][],
    }
    expect(isLocalhost(anEvent({ request }))).toBe(false)
  })
})

describe('the address of the user', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1', '::FFFF:127.0.0.1'])('%s is local in a browser', (ip_address) => {
    expect(isLocalhost(anEvent({ platform: 'javascript', user: { ip_address } }))).toBe(true)
  })

  it.each(['192.168.0.1', '12.7.0.0', '127.0.0.1.example', '::11', ''])('%s is not', (ip_address) => {
    expect(isLocalhost(anEvent({ platform: 'javascript', user: { ip_address } }))).toBe(false)
  })

  it('does not count on a server, where it may be that of a proxy', () => {
    expect(isLocalhost(anEvent({ platform: 'node', user: { ip_address: '127.0.0.1' } }))).toBe(false)
  })
})

it('an event without any address is not local', () => expect(isLocalhost(anEvent())).toBe(false))
