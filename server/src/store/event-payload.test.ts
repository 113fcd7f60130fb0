import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { decodePayload, encodePayload } from './event-payload.ts'

const json = JSON.stringify({
  message: 'Ошибка',
  frames: Array.from({ length: 50 }, (_, line) => ({ line })),
})

it('gives back what it was given', () => {
  const { codec, payload } = encodePayload(json)
  expect(codec).toBe('deflate')
  expect(decodePayload(codec, payload).toString()).toBe(json)
})

it('is much smaller against a similar event, which it then needs', () => {
  const dictionary = Buffer.from(json)
  const similar = json.replace('Ошибка', 'Fehler')
  const { codec, payload } = encodePayload(similar, dictionary)
  expect(decodePayload(codec, payload, dictionary).toString()).toBe(similar)
  expect(payload.length).toBeLessThan(encodePayload(similar).payload.length / 2)
  expect(() => decodePayload(codec, payload)).toThrow(/missing/)
})

/** Texts that deflate alone cannot make small. */
function noise(seed: number, chars: number): string {
  const words = Array.from({ length: chars }, (_, at) => ((at * at * seed * 7919) % 104_729).toString(36))
  return words.join('').slice(0, chars)
}

it('finds a shared stack again in events that are longer than deflate reaches back', () => {
  const stack = noise(1, 20_000)
  const [first, second] = [2, 3].map((seed) => JSON.stringify({ stack, breadcrumbs: noise(seed, 20_000) }))
  const dictionary = Buffer.from(first ?? '')
  const { codec, payload } = encodePayload(second ?? '', dictionary)
  const alone = deflateRawSync(JSON.stringify({ breadcrumbs: noise(3, 20_000) }), { level: 1 })
  expect(payload.length).toBeLessThan(alone.length + 1_000)
  expect(decodePayload(codec, payload, dictionary).toString()).toBe(second)
})

it('reads what was deflated against the end of a large event, as old versions did', () => {
  const dictionary = Buffer.from(JSON.stringify({ text: noise(4, 60_000) }))
  const payload = deflateRawSync(json, { level: 1, dictionary })
  expect(decodePayload('deflate-dictionary', payload, dictionary).toString()).toBe(json)
})
