import { expect, it } from 'vitest'
import type { Exception } from '../../event/event.ts'
import { anError, groupOf, partOf, thrown } from '../testing/an-event.ts'
import { groupEvent } from '../group-event.ts'

const linked = (exception: Exception, id: number, parent?: number, source = 'cause'): Exception => ({
  ...exception,
  mechanism: {
    type: parent === undefined ? 'generic' : 'chained',
    exception_id: id,
    ...(parent !== undefined && { parent_id: parent, source }),
  },
})
const cause = anError('voucher list is corrupted', ['/a/repo.js#readVouchers'])
const refused = anError('connect ECONNREFUSED 10.0.0.1:80', ['node:net#connect'])
const wrapper = (place: string) => anError('cannot load page', [place], 'PageError')

it('groups and titles by the root cause', () => {
  const a = thrown([cause, wrapper('/a/home.js#home')])
  const b = thrown([cause, wrapper('/a/cart.js#cart')])
  expect(groupOf(a)).toBe(groupOf(b))
  expect(groupEvent(a)).toMatchObject({
    title: 'Error: voucher list is corrupted',
    culprit: 'a/repo.js in readVouchers',
  })
})

it('adds the wrapper when the cause says nothing of our code', () => {
  const a = thrown([refused, wrapper('/a/home.js#home')])
  const b = thrown([refused, wrapper('/a/cart.js#cart')])
  expect(groupOf(a)).not.toBe(groupOf(b))
  expect(groupEvent(a).culprit).toBe('a/home.js in home')
})

it('takes an error in an error handler as new, not as a consequence', () => {
  const event = thrown([linked(cause, 1, 0, '__context__'), linked(wrapper('/a/x.py#clean'), 0)], {
    platform: 'python',
  })
  expect(groupEvent(event).type).toBe('PageError')
})

it('counts both when the Python SDK does not say how they belong together', () => {
  const event = thrown([cause, wrapper('/a/x.py#clean')], { platform: 'python' })
  expect(partOf(event, 'wrapper site')).toBe('a/x#clean')
})

it('counts a retried failure once', () => {
  const attempts = (n: number) => thrown(Array<Exception>(n).fill(cause), { platform: 'python' })
  expect(groupOf(attempts(1))).toBe(groupOf(attempts(4)))
})

it('reduces a group of equal failures to that failure, and forgets the order of different ones', () => {
  const group = (members: Exception[]) =>
    thrown([
      ...members.map((member, index) => linked(member, index + 1, 0, `errors[${index}]`)),
      linked(anError('All promises were rejected', [], 'AggregateError'), 0),
    ])
  const other = anError('basket belongs to someone else', ['/a/cart.js#open'])
  expect(groupOf(group([cause, cause, cause]))).toBe(groupOf(thrown([cause])))
  expect(groupOf(group([cause, other]))).toBe(groupOf(group([other, cause, cause])))
  expect(groupOf(group([cause, other]))).not.toBe(groupOf(group([cause])))
})

it('survives ids that run in circles', () => {
  const event = thrown([linked(cause, 1, 2), linked(cause, 2, 1), linked(wrapper('/a/x.js#f'), 0)])
  expect(groupEvent(event).type).toBe('PageError')
})

it('skips what React’s SDK and Java hang on an error without being its cause', () => {
  const tree = anError('voucher list is corrupted', ['/a/Page.js#Page'], 'React ErrorBoundary Error')
  expect(groupOf(thrown([tree, cause]))).toBe(groupOf(thrown([cause])))
  const cleanUp: Exception = { ...wrapper('/a/x.js#close'), mechanism: { type: 'suppressed' } }
  expect(groupOf(thrown([cleanUp, cause]))).toBe(groupOf(thrown([cause])))
})

it('takes the context of a group without members for what it holds', () => {
  const group = linked(anError('night shift failed', ['/a/x.py#shift'], 'ExceptionGroup'), 0)
  const outer = { ...group, mechanism: { type: 'generic', exception_id: 0, is_exception_group: true } }
  const event = thrown([linked(cause, 1, 0, '__context__'), outer], { platform: 'python' })
  expect(groupEvent(event).title).toBe('Error: voucher list is corrupted')
})

it('does not count a cause that only repeats the words of the error around it', () => {
  const joined = anError('truck has no driver', ['/src/x.go#report'], '*errors.joinError')
  const echo = anError('truck has no driver', [], '*errors.errorString')
  expect(groupOf(thrown([echo, joined], { platform: 'go' }))).toBe(
    groupOf(thrown([joined], { platform: 'go' })),
  )
})

it('reads a tree whose ids dangle, are doubled or missing as a plain list', () => {
  const plain = thrown([cause, wrapper('/a/home.js#home')])
  for (const [a, b] of [
    [1, 7],
    [0, 0],
    [1, undefined],
  ] as const) {
    const event = thrown([linked(cause, a, b), linked(wrapper('/a/home.js#home'), 0)])
    expect(groupOf(event)).toBe(groupOf(plain))
  }
})

it('follows a chain of thousands of causes without recursion', () => {
  const deep = Array.from({ length: 5000 }, (_, index) =>
    linked(wrapper(`/a/x.js#f${index}`), 4999 - index, 4998 - index),
  )
  expect(groupEvent(thrown(deep)).tier).toBe('site')
})
