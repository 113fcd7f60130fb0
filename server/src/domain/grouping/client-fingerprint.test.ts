import { expect, it } from 'vitest'
import { anError, groupOf, thrown } from './testing/an-event.ts'
import { groupEvent } from './group-event.ts'

const event = (fingerprint: string[], message = 'boom') =>
  thrown([anError(message, ['/a/x.js#f'])], { fingerprint, transaction: 'GET /', tags: { shop: 'de' } })

it('decides alone when it is constant, and is never masked', () => {
  expect(groupOf(event(['order-17'], 'a'))).toBe(groupOf(event(['order-17'], 'b')))
  expect(groupOf(event(['order-17']))).not.toBe(groupOf(event(['order-18'])))
  expect(groupEvent(event(['order-17'])).tier).toBe('client')
})

it('means the usual grouping when it is empty or {{ default }}', () => {
  expect(groupEvent(event([])).tier).toBe('site')
  expect(groupOf(event(['{{ default }}']))).toBe(groupOf(event([])))
  expect(groupOf(event(['{{default}}']))).toBe(groupOf(event([])))
})

it('splits the usual grouping when {{ default }} stands beside a constant', () => {
  expect(groupOf(event(['{{ default }}', 'eu']))).not.toBe(groupOf(event(['{{ default }}', 'us'])))
  expect(groupOf(event(['{{ default }}', 'eu'], 'a'))).not.toBe(groupOf(event(['{{ default }}', 'eu'], 'b')))
})

it('fills in variables, names missing ones and leaves unknown ones as written', () => {
  const value = (entry: string) => groupEvent(event([entry])).parts[0]?.value
  expect(value('{{ transaction }}/{{error.type}}')).toBe('GET //Error')
  expect(value('{{ tags.shop }}')).toBe('de')
  expect(value('{{ tags.toString }}')).toBe('<no-toString>')
  expect(value('{{ logger }}')).toBe('<no-logger>')
  expect(value('{{ nonsense }}')).toBe('{{ nonsense }}')
})

it('does not confuse the borders between its entries', () => {
  expect(groupOf(event(['ab', 'c']))).not.toBe(groupOf(event(['a', 'bc'])))
})

it('is bounded, however often it names a long message', () => {
  const entries = Array.from({ length: 100 }, () => '{{ message }}'.repeat(1_000))
  const { parts } = groupEvent(event(entries, 'x'.repeat(500_000)))
  expect(JSON.stringify(parts).length).toBeLessThan(300_000)
})

it('counts to its end, of which what is kept bears a mark', () => {
  const [one, other] = ['a', 'b'].map((end) => groupEvent(event([`${'x'.repeat(5_000)}${end}`])))
  expect(one?.hash).not.toEqual(other?.hash)
  expect(one?.parts[0]?.value).not.toBe(other?.parts[0]?.value)
  expect(one?.parts[0]?.value.length).toBeLessThan(2_100)
})
