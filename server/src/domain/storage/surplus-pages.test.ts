import { expect, it } from 'vitest'
import { surplusPages } from './surplus-pages.ts'

it('leaves a twentieth of the file to new rows', () => {
  expect(surplusPages({ pages: 100_000, freePages: 30_000 })).toBe(25_000)
})

it('leaves small files alone', () => {
  expect(surplusPages({ pages: 3_000, freePages: 2_000 })).toBe(0)
  expect(surplusPages({ pages: 5_000, freePages: 2_148 })).toBe(100)
})
