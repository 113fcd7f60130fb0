import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { anEvent } from '../event/testing/an-event.ts'
import { anError, thrown } from '../grouping/testing/an-event.ts'
import { filterEvent } from './filter-event.ts'
import { defaultFilterSettings, type FilterSettings } from './filter-settings.ts'

const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const internetExplorer = 'Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko'
const chain = thrown([anError('refused', [], 'SocketError'), anError('No stock', [], 'CartError')])

/** Each filter with an event that falls under it. */
const cases: [reason: string, settings: Partial<FilterSettings>, event: Event][] = [
  ['browser_extension', { browserExtensions: true }, thrown([anError('boom', ['moz-extension://a/b.js'])])],
  ['localhost', { localhost: true }, anEvent({ request: { url: 'http://localhost:3000/' } })],
  ['old_browser', { oldBrowsers: true }, visitedBy(internetExplorer)],
  ['crawler', { crawlers: true }, visitedBy(googlebot)],
  ['release', { releases: ['shop@1.*'] }, anEvent({ release: 'Shop@1.2' })],
  ['environment', { environments: ['dev*'] }, anEvent({ environment: 'development' })],
  ['type', { types: ['CART*'] }, chain],
  ['message', { messages: ['*stock'] }, chain],
]

describe.each(cases)('%s', (reason, settings, event) => {
  it('is why an event that falls under the filter is not kept', () => {
    expect(filterEvent(event, { ...defaultFilterSettings, ...settings })).toBe(reason)
  })

  it('lets other events through', () => {
    const other = thrown([anError('boom', ['https://shop.example/app.js'])], {
      release: 'other',
      environment: 'production',
      request: { url: 'https://shop.example/', headers: [['User-Agent', 'Mozilla/5.0 Firefox/140.0']] },
    })
    expect(filterEvent(other, { ...defaultFilterSettings, ...settings })).toBeUndefined()
  })

  it('is no reason when the filter is off', () => {
    expect(filterEvent(event, defaultFilterSettings)).toBeUndefined()
  })
})

describe('a type glob', () => {
  it.each(['CartError', 'SocketError'])('matches any exception of a chain: %s', (type) => {
    expect(filterEvent(chain, { ...defaultFilterSettings, types: [type] })).toBe('type')
  })
})

describe('a message glob', () => {
  it.each(['No stock', 'CartError: No stock', 'refused', 'SocketError: refused'])(
    'matches what is on the screen of any exception: %s',
    (message) =>
      expect(filterEvent(chain, { ...defaultFilterSettings, messages: [message] })).toBe('message'),
  )

  it.each(['Paid 3 of 4', 'Paid %s of %s'])('matches a message and its template: %s', (message) => {
    const event = anEvent({ logentry: { message: 'Paid %s of %s', formatted: 'Paid 3 of 4' } })
    expect(filterEvent(event, { ...defaultFilterSettings, messages: [message] })).toBe('message')
  })

  it('is looked for in what was captured before its causes, of which only so much is read', () => {
    const long = Array.from({ length: 9 }, () => anError('a'.repeat(9_000)))
    const settings = { ...defaultFilterSettings, messages: ['No stock'] }
    expect(filterEvent(thrown([...long, anError('No stock')]), settings)).toBe('message')
    expect(filterEvent(thrown([anError('No stock'), ...long]), settings)).toBeUndefined()
  })

  it('must match all of it', () => {
    expect(filterEvent(chain, { ...defaultFilterSettings, messages: ['No', 'stock'] })).toBeUndefined()
  })
})

it('a glob for something that an event does not have never matches', () => {
  const all = { releases: ['*'], environments: ['*'], types: ['*'], messages: ['*'] }
  expect(filterEvent(anEvent(), { ...defaultFilterSettings, ...all })).toBeUndefined()
})

it('a crawler that pretends to be an old browser counts as a crawler', () => {
  const event = visitedBy(`${googlebot} Chrome/41.0 Safari/537.36`)
  expect(filterEvent(event, { ...defaultFilterSettings, crawlers: true, oldBrowsers: true })).toBe('crawler')
  expect(filterEvent(event, { ...defaultFilterSettings, oldBrowsers: true })).toBe('old_browser')
})

it('the User-Agent is found however its name is written', () => {
  const event = anEvent({ request: { headers: [['USER-AGENT', googlebot]] } })
  expect(filterEvent(event, { ...defaultFilterSettings, crawlers: true })).toBe('crawler')
})

it('filtering never throws, changes nothing and says the same of the same event', () => {
  const piece = fc.constantFrom(
    '*',
    '?',
    '://',
    'http://',
    '[::1',
    '@',
    ':',
    'bot',
    'Version/',
    ' OS ',
    '(iPhone',
    '',
  )
  const text = fc
    .array(fc.oneof(piece, fc.constantFrom('a', '7', '\0', '😀', '\ud800')), { maxLength: 6 })
    .map(join)
  const globs = fc.array(text, { maxLength: 3 })
  const on = fc.boolean()
  const settings = fc.record({
    browserExtensions: on,
    localhost: on,
    oldBrowsers: on,
    crawlers: on,
    releases: globs,
    environments: globs,
    types: globs,
    messages: globs,
  })
  fc.assert(
    fc.property(settings, fc.array(text, { minLength: 7, maxLength: 7 }), (any, texts) => {
      const [url = '', userAgent = '', value = '', type = '', place = '', release = '', ip_address = ''] =
        texts
      const event = {
        ...thrown([anError(value, [{ filename: place }], type)], { platform: 'javascript', release }),
        request: { url, headers: [['User-Agent', userAgent]] satisfies [string, string][] },
        user: { ip_address },
      }
      const before = structuredClone(event)
      const reason = filterEvent(event, any)
      expect(filterEvent(event, any)).toBe(reason)
      expect(event).toEqual(before)
      expect([...cases.map(([known]) => known), undefined]).toContain(reason)
    }),
  )
})

function visitedBy(userAgent: string): Event {
  return anEvent({ request: { headers: [['User-Agent', userAgent]] } })
}

function join(pieces: string[]): string {
  return pieces.join('')
}
