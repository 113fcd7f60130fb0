import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1_023, '1023 bytes'],
  [1_536, '1.5 KB'],
  [20_480, '20 KB'],
  [20 * 1_024 ** 2, '20 MB'],
])('says %d as %s', (bytes, said) => {
  expect(formatBytes(bytes)).toBe(said)
})
