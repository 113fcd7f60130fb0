import fc from 'fast-check'
import { expect, it } from 'vitest'
import { collectWords, longestWord, splitAsked } from './split-words.ts'

function wordsOf(text: string, most = 1_000): string[] {
  const words = new Set<string>()
  collectWords(text, words, most)
  return [...words]
}

it.each([
  [
    'TypeError: Cannot read (reading "id")',
    ['typeerror', 'type', 'error', 'cannot', 'read', 'reading', 'id'],
  ],
  ['src/user_cart.ts:42', ['src', 'user', 'cart', 'ts', '42']],
  ['getHTTPServer2Go', ['gethttpserver2go', 'get', 'http', 'server2', 'go']],
  ['Ошибка ЗАГРУЗКИ', ['ошибка', 'загрузки']],
  ['naïve ｆｕｌｌ e\u0301', ['naïve', 'full', 'é']],
  ['हिन्दी', ['हिन्दी']],
  ['エラーError 発生', ['エラ', 'ラー', 'ー', 'error', '発生', '生']],
  ['— 100% 😀 ::', ['100']],
])('splits "%s"', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it('asks for whole words, and in scripts without spaces for each pair of letters', () => {
  expect(splitAsked('getUser src/cart.ts')).toEqual(['getuser', 'src', 'cart', 'ts'])
  expect(splitAsked('発生時 誤')).toEqual(['発生', '生時', '誤'])
})

it('knows long words by their beginning, and cuts no letter in two', () => {
  expect(wordsOf('aB'.repeat(500))).toEqual(['ab'.repeat(longestWord / 2)])
  expect(wordsOf(`a${'𐐨'.repeat(100)}`)[0]).toBe(`a${'𐐨'.repeat(31)}`)
})

it('stops at as many words as are wanted', () => {
  expect(wordsOf('a b c d', 2)).toEqual(['a', 'b'])
  expect(wordsOf('発生時の誤り', 3)).toHaveLength(3)
})

it('whatever is asked for as it stands is found, and words hold nothing but letters and digits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.array(fc.constantFrom('aB', 'É', '発生', 'ー', '9', ' ', '-', '\uD800')),
      (text, parts) => {
        for (const each of [text, parts.join('')]) {
          const words = wordsOf(each)
          const odd = words.filter((word) => !/^[\p{L}\p{N}\p{M}]+$/u.test(word))
          const lost = splitAsked(each).filter((asked) => !words.some((word) => word.startsWith(asked)))
          expect([odd, lost]).toEqual([[], []])
        }
      },
    ),
  )
})
