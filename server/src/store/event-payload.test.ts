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
