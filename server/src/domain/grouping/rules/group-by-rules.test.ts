import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../../event/event.ts'
import { anEvent } from '../../event/testing/an-event.ts'
import { groupEvent } from '../group-event.ts'
import { markInApp } from '../frames/mark-in-app.ts'
import { aFrame, anError, thrown } from '../testing/an-event.ts'
import { parseRules } from './parse-rules.ts'

const under = (event: Event, text: string) => {
  const { rules, errors } = parseRules(text)
  expect(errors).toEqual([])
  return groupEvent(event, rules)
}
const groupUnder = (event: Event, text: string) => Buffer.from(under(event, text).hash).toString('hex')
const partUnder = (event: Event, text: string, name: string) =>
  under(event, text).parts.find((part) => part.name === name)

const error = (message: string, tags: Record<string, string> = {}, type = 'Error') =>
  thrown([anError(message, ['/srv/a/db.js#query'], type)], { tags })

describe('a fingerprint rule', () => {
  const rule = 'type:DatabaseError message:"*deadlock*" -> fingerprint deadlock {{ tags.tenant }}'
  const deadlock = (place: string, tenant: string) =>
    thrown([anError(`Deadlock found at ${place}`, [`/srv/a/${place}.js#run`], 'DatabaseError')], {
      tags: { tenant },
    })

  it('decides alone, with the tier and the reason to show for it', () => {
    expect(groupUnder(deadlock('cart', 'a'), rule)).toBe(groupUnder(deadlock('order', 'a'), rule))
    expect(groupUnder(deadlock('cart', 'a'), rule)).not.toBe(groupUnder(deadlock('cart', 'b'), rule))
    expect(under(deadlock('cart', 'a'), rule)).toMatchObject({
      tier: 'rule',
      parts: [
        {
          name: 'fingerprint',
          value: 'deadlock',
          reason: `Set by line 1 of the project’s rules, “${rule}”.`,
        },
        { name: 'fingerprint', value: 'a' },
      ],
      unruledHash: groupEvent(deadlock('cart', 'a')).hash,
    })
  })

  it('leaves alone what one of its matchers does not hold of', () => {
    const other = error('Deadlock', {}, 'TypeError')
    expect(under(other, rule)).toEqual(groupEvent(other))
  })

  it('goes before the fingerprint of the client', () => {
    const event = { ...error('x'), fingerprint: ['mine'] }
    expect(under(event, 'type:Error -> fingerprint ours')).toMatchObject({ tier: 'rule' })
    expect(under(event, 'type:Error -> fingerprint {{ default }}')).toMatchObject({
      tier: 'site',
      hash: groupEvent(error('x')).hash,
      unruledHash: groupEvent(event).hash,
    })
  })

  it('is not looked for behind one that matches', () => {
    const rules = 'type:Error -> fingerprint first\ntype:* -> fingerprint second'
    expect(partUnder(error('x'), rules, 'fingerprint')?.value).toBe('first')
  })

  it('splices the usual parts in', () => {
    const rules = 'type:Error -> fingerprint {{ default }} {{ tags.tenant }}'
    expect(under(error('x', { tenant: 'a' }), rules).parts.map((part) => part.name)).toEqual([
      'default',
      'type',
      'template',
      'site',
      'fingerprint',
    ])
    expect(groupUnder(error('x', { tenant: 'a' }), rules)).not.toBe(
      groupUnder(error('y', { tenant: 'a' }), rules),
    )
  })
})

describe('parts', () => {
  it('are added, by tag also what the event says of itself', () => {
    const rules = 'logger:* -> add-part {{ tags.environment }}'
    const event = (environment: string) => ({ ...error('x'), logger: 'billing', environment })
    expect(partUnder(event('live'), rules, 'added')).toMatchObject({ value: 'live' })
    expect(groupUnder(event('live'), rules)).not.toBe(groupUnder(event('test'), rules))
  })

  it('are dropped, with the reason in their place', () => {
    const rules = 'type:TimeoutError -> drop-part template'
    const timeout = (message: string) => error(message, {}, 'TimeoutError')
    expect(groupUnder(timeout('search is slow'), rules)).toBe(groupUnder(timeout('basket is slow'), rules))
    expect(partUnder(timeout('search is slow'), rules, 'dropped')).toMatchObject({ value: 'template' })
    expect(under(error('x'), rules)).toEqual(groupEvent(error('x')))
  })

  it('change in the order of the rules', () => {
    const rules = 'type:* -> drop-part added\ntype:* -> add-part a'
    expect(partUnder(error('x'), rules, 'added')?.value).toBe('a')
    const turned = 'type:* -> add-part a\ntype:* -> drop-part added'
    expect(partUnder(error('x'), turned, 'added')).toBeUndefined()
  })

  it('change within what the client spliced in', () => {
    const event = { ...error('x', { tenant: 'a' }), fingerprint: ['{{ default }}', 'mine'] }
    expect(partUnder(event, 'type:* -> add-part {{ tags.tenant }}', 'added')?.value).toBe('a')
  })
})

describe('rules on frames', () => {
  const event = thrown([
    anError('voucher list is broken', [
      '/srv/shop/app/cart.js#total',
      '/srv/app/generated/api.js#call',
      '/srv/app/node_modules/shop-core/index.js#mustHave',
    ]),
  ])

  it('take frames out of the application, whatever is left', () => {
    const rules = 'path:**/generated/** -> not-in-app'
    expect(partUnder(event, rules, 'site')).toMatchObject({
      value: 'app/cart#total',
      skipped: [{ frame: 2 }, { frame: 1, why: expect.stringContaining('line 1 of the project’s rules') }],
    })
    expect(under(event, rules)).toMatchObject({
      culprit: 'app/cart.js in total',
      unruledHash: groupEvent(event).hash,
    })
    expect(under(event, 'path:/srv/* -> not-in-app').tier).toBe('library')
  })

  it('take frames into the application, even of a library', () => {
    const rules = 'module:shop-core* function:must* -> in-app'
    expect(partUnder(event, 'path:*/shop-core/* function:must* -> in-app', 'site')).toMatchObject({
      value: 'shop-core/index#mustHave',
      reason: expect.stringContaining('it is the application’s by line 1'),
    })
    expect(under(event, rules).unruledHash).toBeDefined()
  })

  it('find what explanations name, not only what the SDK sent', () => {
    expect(partUnder(event, 'module:generated/api -> not-in-app', 'site')?.value).toBe('app/cart#total')
  })

  it('decide in their order: the last that matches', () => {
    const rules = 'path:**/app/** -> not-in-app\nfunction:total -> in-app'
    expect(partUnder(event, rules, 'site')?.value).toBe('app/cart#total')
  })

  it('name helpers, whose callers then count', () => {
    const via = (caller: string) =>
      thrown([anError('not found', [`/srv/a/x.js#${caller}`, '/srv/a/x.js#guardUser'])])
    const rules = 'function:guard* -> helper'
    expect(groupUnder(via('a'), rules)).not.toBe(groupUnder(via('b'), rules))
    expect(partUnder(via('a'), rules, 'caller')?.reason).toContain('by line 1 of the project’s rules')
  })

  it('ask of events too, and events ask of frames', () => {
    expect(under(event, 'type:Other path:** -> not-in-app')).toEqual(groupEvent(event))
    expect(under(event, 'function:total module:app/cart -> fingerprint x').tier).toBe('rule')
    expect(under(event, 'function:total module:generated/* -> fingerprint x').tier).toBe('site')
    expect(under(event, '!function:* -> fingerprint x').tier).toBe('site')
  })

  it('see a recursion collapsed, as everything after them does', () => {
    const deep = (depth: number) =>
      thrown([
        anError('not found', ['/srv/a/x.js#start', ...Array<string>(depth).fill('/srv/a/x.js#guardWalk')]),
      ])
    const rules = 'function:guard* -> helper\nfunction:guard* -> in-app'
    expect(groupUnder(deep(2), rules)).toBe(groupUnder(deep(30), rules))
  })

  it('are shown where frames are marked, and what the client said is kept', () => {
    const { rules } = parseRules('path:**/generated/** -> not-in-app\nfunction:must* -> in-app')
    const frames = markInApp(event, rules).exception?.values[0]?.stacktrace?.frames
    expect(frames?.map((frame) => frame.in_app)).toEqual([true, false, true])
    expect(frames?.map((frame) => frame.client_in_app)).toEqual([undefined, true, undefined])
    expect(frames?.some((frame) => 'verdict' in frame)).toBe(false)
  })
})

describe('what was stored under rules', () => {
  const texts = fc.constantFrom(
    '',
    'path:*/gen/* -> not-in-app',
    'path:*/lib/* -> in-app',
    'function:a -> not-in-app',
    'function:b -> in-app',
  )
  const frames = fc.array(
    fc.record({
      filename: fc.constantFrom(
        '/srv/gen/x.js',
        '/srv/node_modules/lib/y.js',
        '/srv/app/z.js',
        '/usr/share/w.js',
      ),
      function: fc.constantFrom('a', 'b', 'c'),
      in_app: fc.constantFrom(true, false, undefined),
    }),
    { minLength: 1, maxLength: 6 },
  )

  it('is grouped by any other rules as if it came in now', () => {
    fc.assert(
      fc.property(texts, texts, frames, (before, after, stack) => {
        const places = stack.map(({ in_app, filename, function: name }) =>
          aFrame(`${filename}#${name}`, in_app === undefined ? {} : { in_app }),
        )
        const event = thrown([anError('voucher is broken', places)])
        const stored = markInApp(event, parseRules(before).rules)
        const now = parseRules(after).rules
        expect(groupEvent(stored, now).hash).toEqual(groupEvent(event, now).hash)
      }),
    )
  })
})

describe('hostile rules and events', () => {
  it('cost a bounded number of steps, and always decide the same', () => {
    const globs = Array.from(
      { length: 250 },
      (_, index) => `path:${'*a'.repeat(19)}${index} message:${'*a'.repeat(19)}b -> not-in-app`,
    )
    const others = Array.from(
      { length: 250 },
      (_, index) => `function:${'*a'.repeat(19)}${index} -> fingerprint ${index}`,
    )
    const frames = Array.from({ length: 200 }, (_, index) =>
      aFrame(`${'a'.repeat(200)}${index}.js#${'a'.repeat(200)}${index}`),
    )
    const event = anEvent({
      exception: { values: Array.from({ length: 50 }, () => anError('a'.repeat(8_000), frames)) },
    })
    const { rules } = parseRules([...globs, ...others].join('\n'))
    expect(groupEvent(event, rules)).toEqual(groupEvent(event, rules))
  })

  it('add no more parts than anybody reads', () => {
    const rule = `type:* -> add-part ${Array.from({ length: 20 }, () => '{{ message }}').join(' ')}`
    const rules = Array.from({ length: 500 }, () => rule).join('\n')
    expect(under(error('x'.repeat(8_000)), rules).parts.filter(({ name }) => name === 'added')).toHaveLength(
      100,
    )
  })
})
