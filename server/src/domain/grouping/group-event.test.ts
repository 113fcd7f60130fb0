import { describe, expect, it } from 'vitest'
import { anEvent } from '../event/testing/an-event.ts'
import { aFrame, anError, groupOf, partOf, thrown } from './testing/an-event.ts'
import { groupEvent } from './group-event.ts'

const error = (message: string, ...frames: string[]) => thrown([anError(message, frames)])

describe('site', () => {
  it('groups two ways to one buggy function together', () => {
    const checkout = error('product has vanished', '/srv/a/routes.js#checkout', '/srv/a/lib/price.js#total')
    const preview = error('product has vanished', '/srv/a/jobs.js#preview', '/srv/a/lib/price.js#total')
    expect(groupOf(checkout)).toBe(groupOf(preview))
  })

  it('separates the same message in two functions', () => {
    expect(groupOf(error('not found', '/srv/a/user.js#findUser'))).not.toBe(
      groupOf(error('not found', '/srv/a/team.js#findTeam')),
    )
  })

  it('separates two messages of one function', () => {
    expect(groupOf(error('email is missing', '/srv/a/form.js#validate'))).not.toBe(
      groupOf(error('zip code is missing', '/srv/a/form.js#validate')),
    )
  })

  it('ignores line numbers, release folders and content hashes', () => {
    const before = thrown([
      anError('x', [aFrame('/srv/releases/20260101T101010/app/lib/a.js#f', { lineno: 1 })]),
    ])
    const after = thrown([anError('x', [aFrame('/srv/releases/8f3c2a1/app/lib/a.js#f', { lineno: 99 })])])
    expect(groupOf(before)).toBe(groupOf(after))
    const hashed = (hash: string) => error('x', `https://example.org/assets/app-${hash}.js#render`)
    expect(groupOf(hashed('MGKAXPKP'))).toBe(groupOf(hashed('T2LAPJHN')))
  })

  it('ignores the depth of a recursion', () => {
    const walk = (depth: number) =>
      error('leaf is missing', ...Array<string>(depth).fill('/srv/a/tree.js#walk'))
    expect(groupOf(walk(3))).toBe(groupOf(walk(40)))
  })

  it('skips library frames, whatever the SDK says of them', () => {
    const event = error('boom happened', '/srv/a/lib/repo.js#find', '/srv/a/node_modules/pg/client.js#query')
    expect(partOf(event, 'site')).toBe('lib/repo#find')
  })

  it('trusts no SDK that calls every frame foreign', () => {
    const frames = [aFrame('/srv/a/lib/repo.js#find', { in_app: false })]
    expect(groupEvent(thrown([anError('x', frames)])).tier).toBe('site')
  })

  it('counts the caller of a helper whose message is generic', () => {
    const via = (caller: string) => error('not found', `/srv/a/api.js#${caller}`, '/srv/a/http.js#request')
    expect(groupOf(via('loadUser'))).not.toBe(groupOf(via('loadTeam')))
    expect(partOf(via('loadUser'), 'caller')).toBe('api#loadUser')
  })

  it('does not count the caller when the message says enough', () => {
    const via = (caller: string) =>
      error('basket contains duplicate voucher', `/srv/a/api.js#${caller}`, '/srv/a/http.js#request')
    expect(groupOf(via('loadUser'))).toBe(groupOf(via('loadTeam')))
  })

  it('tells nameless functions on a server apart by their source line', () => {
    const at = (line: string) => thrown([anError('boom', [aFrame('/srv/a/x.js', { context_line: line })])])
    expect(groupOf(at('  total(cart)'))).not.toBe(groupOf(at('  tax(cart)')))
  })
})

describe('other tiers', () => {
  it('groups by library when no frame is ours', () => {
    const event = error(
      'connect ECONNREFUSED 127.0.0.1:5432',
      '/srv/a/node_modules/@scope/pg/lib/client.js#connect',
    )
    expect(groupEvent(event)).toMatchObject({ tier: 'library' })
    expect(partOf(event, 'library')).toBe('@scope/pg')
  })

  it('groups minified code by message and by the names that survive', () => {
    const min = (file: string, mangled: string, colno: number) =>
      thrown(
        [
          anError(
            "Cannot read properties of undefined (reading 'length')",
            [
              aFrame(`https://x.org/${file}#Object.renderCart`, { lineno: 1, colno: 30000 }),
              aFrame(`https://x.org/${file}#${mangled}`, { lineno: 1, colno }),
            ],
            'TypeError',
          ),
        ],
        { platform: 'javascript' },
      )
    expect(groupOf(min('app-AAAA1111.js', 'hn', 31016))).toBe(groupOf(min('app-BBBB2222.js', 'Qp', 29000)))
    expect(groupEvent(min('a.js', 'hn', 9999))).toMatchObject({
      tier: 'minified',
      culprit: 'a.js in renderCart',
    })
  })

  it('gives chunk load failures one group, however the browser words them', () => {
    const texts = [
      'Failed to fetch dynamically imported module: https://x.org/assets/a-12345678.js',
      'error loading dynamically imported module: https://x.org/assets/b-87654321.js',
      'Importing a module script failed.',
      'Loading chunk 42 failed.\n(error: https://x.org/42.js)',
    ]
    const groups = texts.map((text) =>
      groupOf(thrown([anError(text, [], 'TypeError')], { platform: 'javascript' })),
    )
    expect(new Set(groups).size).toBe(1)
  })

  it('groups a stack overflow by the functions that call each other, in any engine', () => {
    const loop = (type: string, text: string, last: string[]) =>
      thrown([
        anError(
          text,
          [...Array.from({ length: 20 }, () => ['/a/x.js#even', '/a/x.js#odd']).flat(), ...last],
          type,
        ),
      ])
    expect(groupOf(loop('RangeError', 'Maximum call stack size exceeded', []))).toBe(
      groupOf(loop('InternalError', 'too much recursion', ['/a/x.js#even'])),
    )
  })

  it('groups an exception without frames by type and template', () => {
    expect(groupEvent(error('job 801813 timed out'))).toMatchObject({ tier: 'frameless' })
    expect(groupOf(error('job 801813 timed out'))).toBe(groupOf(error('job 7 timed out')))
  })

  it('uses the stack of the crashed thread when there is nothing else', () => {
    const threads = {
      values: [{ id: '1', crashed: true, stacktrace: { frames: [aFrame('/src/main.cc#render')] } }],
    }
    expect(groupEvent(anEvent({ threads, platform: 'native' }))).toMatchObject({
      tier: 'thread',
      culprit: 'src/main.cc in render',
      title: 'Crash',
    })
  })

  it('groups messages by logger and template', () => {
    const said = (formatted: string, logger: string) =>
      anEvent({ type: 'default', logger, logentry: { formatted } })
    expect(groupOf(said('order 5 is late', 'shop'))).toBe(groupOf(said('order 6 is late', 'shop')))
    expect(groupOf(said('order 5 is late', 'shop'))).not.toBe(groupOf(said('order 5 is late', 'jobs')))
  })

  it('reads a synthetic exception without type as a message', () => {
    const event = thrown([{ value: 'hello there\nmore', mechanism: { type: 'generic', synthetic: true } }])
    expect(groupEvent(event)).toMatchObject({
      tier: 'message',
      title: 'hello there',
      type: '',
      value: 'hello there',
    })
  })

  it('never invents an id for an event without content', () => {
    expect(groupEvent(anEvent())).toMatchObject({ tier: 'empty', title: 'Empty event' })
    expect(groupOf(anEvent())).toBe(groupOf(anEvent({ event_id: 'f'.repeat(32) })))
  })
})

describe('heading', () => {
  it('is the type and first line, with file and function of the site', () => {
    const event = thrown([anError('no luck\ndetails', ['/srv/app/lib/a.js#f'], 'LuckError')], {
      transaction: '/t',
    })
    expect(groupEvent(event)).toMatchObject({
      title: 'LuckError: no luck',
      type: 'LuckError',
      value: 'no luck',
      culprit: 'lib/a.js in f',
    })
  })

  it('falls back to the transaction and then to the logger', () => {
    expect(groupEvent(thrown([anError('x')], { transaction: 'GET /', logger: 'l' })).culprit).toBe('GET /')
    expect(groupEvent(thrown([anError('x')], { logger: 'l' })).culprit).toBe('l')
    expect(groupEvent(thrown([anError('x')])).culprit).toBe('')
  })

  it('gives every part a reason', () => {
    const { parts } = groupEvent(error('not found', '/srv/a/api.js#load', '/srv/a/http.js#request'))
    expect(parts.map((part) => part.name)).toEqual(['type', 'template', 'site', 'caller'])
    expect(parts.every((part) => part.reason.endsWith('.'))).toBe(true)
  })
})
