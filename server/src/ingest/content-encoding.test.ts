import { expect, it } from 'vitest'
import { readEncoding } from './content-encoding.ts'
import { Refusal } from './refusals/refusal.ts'

it('takes an absent, an empty and a misplaced header as no encoding', () => {
  expect([undefined, '', 'identity', 'UTF-8'].map(readEncoding)).toEqual(Array(4).fill('identity'))
})

it('knows the encodings in any case', () => {
  expect(['gzip', 'x-gzip', 'Deflate', ' br '].map(readEncoding)).toEqual(['gzip', 'gzip', 'deflate', 'br'])
})

it.each(['gzip, gzip', 'compress', 'constructor', '__proto__'])('refuses %s', (header) => {
  expect(() => readEncoding(header)).toThrow(Refusal)
})
