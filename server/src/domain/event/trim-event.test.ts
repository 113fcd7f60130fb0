import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event, Json } from './event.ts'
import type { Note } from './meta.ts'
import { asObject } from './read-json.ts'
import { trimEvent } from './trim-event.ts'
import { trimJson } from './trim-json.ts'

function anEvent(override: Partial<Event>): Event {
  const time = '2026-01-02T03:04:05.000Z'
  const event_id = '0f'.repeat(16)
  return {
    event_id,
    timestamp: time,
    received: time,
    type: 'error',
    level: 'error',
    platform: 'node',
    ...override,
  }
}

function numbered<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function withFrames(count: number): Event {
  const frames = numbered(count, (lineno) => ({ lineno }))
  return anEvent({ exception: { values: [{ type: 'E', stacktrace: { frames } }] } })
}

describe('trimming', () => {
  it('leaves an event alone that is within the limits', () => {
    const event = anEvent({ logentry: { formatted: 'm'.repeat(8_192) }, extra: { a: [1, { b: 'c' }] } })
    expect(trimEvent(event)).toEqual(event)
  })

  it('replaces the middle of a long message, and notes what length it had and where', () => {
    const formatted = `head${'m'.repeat(8_192)}tail`
    const trimmed = trimEvent(anEvent({ logentry: { formatted } }))
    expect(trimmed.logentry?.formatted).toHaveLength(8_192)
    expect(trimmed.logentry?.formatted).toMatch(/^headm+\.{3}m+tail$/)
    expect(trimmed._meta).toEqual({
      logentry: { formatted: { '': { len: 8_200, rem: [['!limit', 's', 6_141, 6_144]] } } },
    })
  })

  it.each([6_140, 6_141, 8_000, 6_152])('cuts no surrogate pair in halves: at %i', (at) => {
    const value = `${'m'.repeat(at)}${'😀'.repeat(2_000)}`
    const [exception] = trimEvent(anEvent({ exception: { values: [{ value }] } })).exception?.values ?? []
    expect(exception?.value?.isWellFormed()).toBe(true)
    expect(exception?.value?.length).toBeLessThanOrEqual(8_192)
  })

  it('keeps the first 50 and the last 200 frames of a stack', () => {
    expect(trimEvent(withFrames(250))).toEqual(withFrames(250))
    const trimmed = trimEvent(withFrames(251))
    const lines = trimmed.exception?.values[0]?.stacktrace?.frames.map(({ lineno }) => lineno)
    expect(lines).toEqual(numbered(251, (line) => line).toSpliced(50, 1))
    expect(trimmed._meta).toEqual({
      exception: { values: { '0': { stacktrace: { frames: { '': { len: 251 } } } } } },
    })
  })

  it('keeps of a chain the oldest causes and what was captured', () => {
    const values = numbered(51, (index) => ({ type: `E${index}` }))
    expect(trimEvent(anEvent({ exception: { values } }))).toMatchObject({
      exception: { values: values.toSpliced(10, 1) },
      _meta: { exception: { values: { '': { len: 51 } } } },
    })
  })

  it('keeps the newest breadcrumbs', () => {
    const values = numbered(101, (index) => ({ message: String(index) }))
    expect(trimEvent(anEvent({ breadcrumbs: { values } }))).toMatchObject({
      breadcrumbs: { values: values.slice(1) },
      _meta: { breadcrumbs: { values: { '': { len: 101 } } } },
    })
  })

  it('keeps of many threads those that failed', () => {
    const values = [...numbered(60, (index) => ({ id: String(index) })), { id: 'crashed', crashed: true }]
    const exception = { values: [{ type: 'E', thread_id: '59' }] }
    const ids = trimEvent(anEvent({ threads: { values }, exception })).threads?.values.map(({ id }) => id)
    expect(ids).toHaveLength(50)
    expect(ids?.slice(0, 3)).toEqual(['59', 'crashed', '0'])
  })

  it('keeps ten lines around that of a frame, each of at most 512', () => {
    const lines = numbered(12, (index) => `${index}${' '.repeat(600)}`)
    const frame = { context_line: 'x'.repeat(513), pre_context: lines, post_context: lines }
    const event = anEvent({ exception: { values: [{ type: 'E', stacktrace: { frames: [frame] } }] } })
    const trimmed = trimEvent(event).exception?.values[0]?.stacktrace?.frames[0]
    expect(trimmed?.context_line).toHaveLength(512)
    expect(trimmed?.pre_context?.map((line) => Number.parseInt(line, 10))).toEqual(
      numbered(10, (index) => index + 2),
    )
    expect(trimmed?.post_context?.map((line) => Number.parseInt(line, 10))).toEqual(
      numbered(10, (index) => index),
    )
    expect(trimmed?.post_context?.every((line) => line.length === 512)).toBe(true)
  })

  it('does not let one mechanism of a long chain become many megabytes', () => {
    const mechanism = { type: 'generic', data: { text: 'x'.repeat(500_000) } }
    const values = numbered(1_000, (index) => ({ type: `E${index}`, mechanism }))
    expect(JSON.stringify(trimEvent(anEvent({ exception: { values } }))).length).toBeLessThan(300_000)
  })

  it('bounds every part of an event: of 20 MB in all bags little is left', () => {
    const big = { a: 'x'.repeat(1_000_000), b: numbered(1_000, () => 'y'.repeat(1_000)) }
    const trimmed = trimEvent(
      anEvent({
        extra: big,
        contexts: { big },
        modules: { a: big.a },
        logentry: { message: big.a, params: [big], formatted: big.a },
        breadcrumbs: { values: [{ data: big }] },
        request: { url: '/', data: big, env: big, headers: numbered(200, () => ['a', big.a]) },
        user: { data: big },
        fingerprint: [big.a],
        _meta: big,
      }),
    )
    expect(JSON.stringify(trimmed).length).toBeLessThan(1_000_000)
    expect(JSON.stringify(trimmed).length).toBeGreaterThan(256 * 1024)
  })

  it('keeps what others noted, and their word on how long something was', () => {
    const _meta = {
      exception: { values: { '0': { stacktrace: { frames: { '': { len: 9_000 } } } } } },
      user: {},
    }
    expect(trimEvent({ ...withFrames(300), _meta })._meta).toEqual(_meta)
  })
})

const nested: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'large' },
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 5 }), tie('value'), { maxKeys: 3 }),
  ),
})).value

function depthOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

describe('a trimmed bag', () => {
  const bag = fc.dictionary(fc.string({ maxLength: 5 }), nested, { maxKeys: 5 })

  it('is no deeper and hardly larger than its bounds, and well-formed', () => {
    fc.assert(
      fc.property(bag, fc.nat(300), fc.integer({ min: 1, max: 5 }), (sent, chars, depth) => {
        const trimmed = trimJson(sent, { chars, depth }, [], [])
        expect(depthOf(trimmed)).toBeLessThanOrEqual(depth)
        expect(JSON.stringify(trimmed).isWellFormed()).toBe(true)
        expect(JSON.stringify(trimmed).replaceAll(/\\u....|\\./g, '.').length).toBeLessThanOrEqual(chars + 40)
      }),
    )
  })

  it('is the same, or says what was cut', () => {
    fc.assert(
      fc.property(bag, fc.nat(300), (sent, chars) => {
        const notes: Note[] = []
        const trimmed = trimJson(sent, { chars, depth: 3 }, [], notes)
        expect(notes.length > 0).toBe(JSON.stringify(trimmed) !== JSON.stringify(sent))
      }),
    )
  })

  it('is ten levels deep where nothing else is said; what lies deeper is its JSON', () => {
    const deep: Json = JSON.parse(`${'{"a":'.repeat(12)}1${'}'.repeat(12)}`)
    const extra = asObject(deep) ?? {}
    const trimmed = trimEvent(anEvent({ extra }))
    expect(JSON.stringify(trimmed.extra)).toBe(
      `${'{"a":'.repeat(10)}${JSON.stringify('{"a":{"a":1}}')}${'}'.repeat(10)}`,
    )
    expect(JSON.stringify(trimmed._meta)).toContain('"rem":[["!depth","s",0,13]]')
  })

  it('keeps both ends of a text that is over the budget, and says how many keys are gone', () => {
    const notes: Note[] = []
    expect(trimJson({ a: 'x'.repeat(100), b: 1, c: 2 }, { chars: 50 }, ['extra'], notes)).toEqual({
      a: `${'x'.repeat(28)}...${'x'.repeat(10)}`,
    })
    expect(notes).toEqual([
      {
        path: ['extra', 'a'],
        remark: { len: 100, rem: [['!limit', 's', 28, 31]] },
        cut: { from: 28, until: 90, to: 31 },
      },
      { path: ['extra'], remark: { len: 3, rem: [['!limit', 'x', 1, 3]] } },
    ])
  })

  it('keeps no key that is longer than its budget', () => {
    expect(trimJson({ ['k'.repeat(1_000)]: 1, b: 2 }, { chars: 50 }, [], [])).toEqual({ b: 2 })
  })
})
