import { expect, it } from 'vitest'
import { sampleKeyOf, type SampleTraits } from './sample-key.ts'

const traits: SampleTraits = { release: 'shop@1.0', environment: 'production', route: 'GET /cart', path: 'a' }

it('is the same for events alike, and 32 bits without a sign', () => {
  expect(sampleKeyOf({ ...traits })).toBe(sampleKeyOf(traits))
  const keys = Array.from({ length: 200 }, (_, at) => sampleKeyOf({ ...traits, path: String(at) }))
  for (const key of keys) {
    expect(Number.isInteger(key)).toBe(true)
    expect(key).toBeGreaterThanOrEqual(0)
    expect(key).toBeLessThan(2 ** 32)
  }
  expect(new Set(keys).size).toBe(200)
})

it.each([
  ['release', { release: 'shop@1.1' }],
  ['environment', { environment: undefined }],
  ['route', { route: 'GET /pay' }],
  ['code path', { path: 'b' }],
])('another %s makes another key', (_, change) => {
  expect(sampleKeyOf({ ...traits, ...change })).not.toBe(sampleKeyOf(traits))
})

it('a text that moves from one trait to the next makes another key', () => {
  const [a, b] = [
    { ...traits, release: 'x', environment: undefined },
    { ...traits, release: undefined, environment: 'x' },
  ]
  expect(sampleKeyOf(a)).not.toBe(sampleKeyOf(b))
})
