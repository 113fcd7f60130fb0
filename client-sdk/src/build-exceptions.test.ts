import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { buildExceptions } from './build-exceptions.ts'
import { anError } from './testing/an-error.ts'
import { hostileValues } from './testing/hostile-values.ts'

const byHand = { type: 'generic', handled: true }
const valuesOf = (error: unknown) => buildExceptions(error, byHand).values

describe('an error', () => {
  it('is told by type, value and frames', () => {
    const error = anError('TypeError', 'x is not a function', ['load (/app/a.js:1:2)'])
    expect(valuesOf(error)).toEqual([
      {
        type: 'TypeError',
        value: 'x is not a function',
        stacktrace: {
          frames: [{ filename: '/app/a.js', function: 'load', lineno: 1, colno: 2, in_app: true }],
        },
        mechanism: { ...byHand, exception_id: 0 },
      },
    ])
  })

  it('of another realm is an error too', () => {
    const foreign: unknown = runInNewContext('new RangeError("too far")')
    expect(valuesOf(foreign)).toMatchObject([{ type: 'RangeError', value: 'too far' }])
  })

  it('keeps the first 8,192 characters of its message', () => {
    expect(valuesOf(new Error('x'.repeat(100_000)))[0]?.value).toHaveLength(8_192)
  })

  it('has an empty value when its message is gone', () => {
    expect(valuesOf(Object.assign(new Error('gone'), { message: undefined }))).toMatchObject([{ value: '' }])
  })

  it('is told when it is frozen', () => {
    expect(valuesOf(Object.freeze(new Error('cold')))).toMatchObject([{ value: 'cold' }])
  })
})

describe('a chain of causes', () => {
  it('has the oldest cause first and the error itself last', () => {
    const cause = new Error('disk full')
    const error = new Error('order not saved', { cause: new Error('query failed', { cause }) })
    const values = valuesOf(error)
    expect(values.map(({ value }) => value)).toEqual(['disk full', 'query failed', 'order not saved'])
    expect(
      values.map(({ mechanism }) => [mechanism?.exception_id, mechanism?.parent_id, mechanism?.source]),
    ).toEqual([
      [2, 1, 'cause'],
      [1, 0, 'cause'],
      [0, undefined, undefined],
    ])
  })

  it('ends where it comes back to itself', () => {
    const first = new Error('first')
    const second = new Error('second', { cause: first })
    first.cause = second
    expect(valuesOf(first).map(({ value }) => value)).toEqual(['second', 'first'])
  })

  it('ends after fifty', () => {
    let error = new Error('0')
    for (let at = 1; at < 10_000; at += 1) error = new Error(String(at), { cause: error })
    const values = valuesOf(error)
    expect(values).toHaveLength(50)
    expect(values.at(-1)?.value).toBe('9999')
  })
})

describe('an AggregateError', () => {
  it('is told with the errors that it gathers', () => {
    const values = valuesOf(new AggregateError([new Error('a'), 'no error', new Error('b')], 'all failed'))
    expect(values.map(({ value }) => value)).toEqual(['b', 'a', 'all failed'])
    expect(values.at(-1)?.mechanism).toMatchObject({ is_exception_group: true })
    expect(values[0]?.mechanism).toMatchObject({ source: 'errors[2]', parent_id: 0, type: 'chained' })
  })

  it('is cut to fifty', () => {
    const errors = Array.from({ length: 10_000 }, (_, at) => new Error(String(at)))
    expect(valuesOf(new AggregateError(errors))).toHaveLength(50)
  })

  it('is none when its list holds no errors', () => {
    const error = Object.assign(new Error('invalid'), { errors: ['name', 'age'] })
    expect(valuesOf(error)[0]?.mechanism).not.toHaveProperty('is_exception_group')
  })
})

describe('what is no error', () => {
  it.each([
    ['text', 'text'],
    [404, '404'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Symbol('s'), 'Symbol(s)'],
    [10n, '10'],
    [() => 'source', 'Function thrown'],
    [{ code: 7, at: 'x' }, 'Object thrown with keys: at, code'],
    [{}, 'Object thrown with keys: [none]'],
    [['a', 'b'], 'Array thrown with 2 items'],
    [new Uint8Array(9), 'Binary data thrown, 9 bytes'],
  ])('%o is told as %s', (thrown, value) => {
    expect(valuesOf(thrown)).toMatchObject([{ type: 'Error', value, mechanism: { synthetic: true } }])
  })

  it('is kept beside the exception when it is an object', () => {
    expect(buildExceptions({ code: 7 }, byHand).thrown).toEqual({ code: 7 })
  })

  it('gets the stack of whoever captured it', () => {
    const { values } = buildExceptions('text', byHand, 'Error\n    at load (/app/a.js:1:2)')
    expect(values[0]?.stacktrace?.frames).toMatchObject([{ function: 'load' }])
  })
})

it.each(hostileValues)('$name is told in text', ({ value }) => {
  const { values } = buildExceptions(value, byHand)
  for (const exception of values) {
    expect(exception.value).toBeTypeOf('string')
    expect(exception.type).toBeTypeOf('string')
  }
  expect(values.length).toBeGreaterThan(0)
})
