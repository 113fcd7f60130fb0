import { expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { anEvent } from '../event/testing/an-event.ts'
import { groupEvent } from './group-event.ts'
import { aFrame, anError, thrown } from './testing/an-event.ts'

const at = (message: string, ...places: string[]) => thrown([anError(message, places)])
const stackOf = (event: Event) => groupEvent(event).stack
const likenessOf = (event: Event) => groupEvent(event).likeness
const min = (...names: string[]) =>
  thrown(
    [
      anError(
        'boom',
        names.map((name) => aFrame(`https://x.org/app.js#${name}`, { colno: 9000 })),
      ),
    ],
    {
      platform: 'javascript',
    },
  )

it('a code path has one stack, whatever its message, its lines and the depth of its recursion', () => {
  const one = stackOf(at('red', '/a/x.js#main', '/a/x.js#walk'))
  expect(one).toHaveLength(16)
  expect(stackOf(at('green', '/a/x.js#main', '/a/x.js#walk', '/a/x.js#walk'))).toEqual(one)
  expect(stackOf(thrown([anError('red', ['/a/x.js#main', aFrame('/a/x.js#walk', { lineno: 77 })])]))).toEqual(
    one,
  )
})

it('another caller or another type is another stack', () => {
  const one = stackOf(at('red', '/a/x.js#main', '/a/x.js#walk'))
  expect(stackOf(at('red', '/a/x.js#other', '/a/x.js#walk'))).not.toEqual(one)
  expect(stackOf(thrown([anError('red', ['/a/x.js#main', '/a/x.js#walk'], 'E')]))).not.toEqual(one)
})

it('only what was thrown in our code has a stack', () => {
  expect(stackOf(at('boom'))).toBeUndefined()
  expect(stackOf(at('boom', '/srv/node_modules/pg/a.js#query'))).toBeUndefined()
  expect(stackOf(anEvent({ logentry: { formatted: 'hi' } }))).toBeUndefined()
})

it('a minified stack is known by the names that survive, and not by one alone', () => {
  expect(groupEvent(min('renderCart', 'hn', 'addItem'))).toMatchObject({ tier: 'minified' })
  expect(stackOf(min('renderCart', 'hn', 'addItem'))).toEqual(stackOf(min('renderCart', 'Qp', 'addItem')))
  expect(stackOf(min('hn', 'addItem'))).toBeUndefined()
})

it('errors of one type and template are alike, wherever they happen', () => {
  const one = likenessOf(at('job 1 is late', '/a/x.js#f'))
  expect(one).toHaveLength(16)
  expect(likenessOf(at('job 2 is late', '/b/y.js#g'))).toEqual(one)
  expect(likenessOf(at('job 2 is done', '/b/y.js#g'))).not.toEqual(one)
  expect(likenessOf(anEvent({ logentry: { formatted: 'hi' } }))).toBeUndefined()
})

it('what is wrapped in our code is told apart by the cause', () => {
  const failed = (cause: string) =>
    thrown(
      [anError(cause, ['/srv/node_modules/pg/a.js#query']), anError('failed to load', ['/a/x.js#load'])],
      { platform: 'node' },
    )
  const one = groupEvent(failed('deadlock of process 7'))
  expect(one.chain).toEqual(['a/x#load'])
  expect(likenessOf(failed('deadlock of process 8'))).toEqual(one.likeness)
  expect(likenessOf(failed('statement was cancelled'))).not.toEqual(one.likeness)
})

it('the chain is our calls, innermost first, and at most sixty', () => {
  expect(groupEvent(at('boom', '/a/x.js#main', '/a/node_modules/q/q.js#run', '/a/y.js#f')).chain).toEqual([
    'a/y#f',
    'a/x#main',
  ])
  const deep = Array.from({ length: 99 }, (_, index) => `/a/x.js#f${index}`)
  expect(groupEvent(at('boom', ...deep)).chain).toHaveLength(60)
})

it('nothing is remembered where the client decides', () => {
  const { stack, likeness, chain } = groupEvent({ ...at('boom', '/a/x.js#f'), fingerprint: ['mine'] })
  expect([stack, likeness, chain]).toEqual([undefined, undefined, undefined])
})
