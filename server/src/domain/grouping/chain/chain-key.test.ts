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
