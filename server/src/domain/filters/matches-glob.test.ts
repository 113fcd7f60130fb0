import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesAny, matchesGlob, type Characters } from './matches-glob.ts'

describe('a glob', () => {
  it.each([
    ['', ''],
    ['*', ''],
    ['*', 'anything, also\nof several lines'],
    ['shop@1.*', 'shop@1.4.2'],
    ['*timeout*', 'the timeout of 3 s has passed'],
    ['a*b*c', 'a--b--b--c'],
    ['a?c', 'abc'],
    ['a?c', 'a😀c'],
    ['**', 'x'],
    ['*?', 'x'],
    ['[a-z]+(.*)$', '[a-z]+(.whatever)$'],
  ])('%j matches %j', (pattern, text) => expect(matchesGlob(pattern, text)).toBe(true))

  it.each([
    ['', 'a'],
    ['?', ''],
    ['?', '😀😀'],
    ['*?', ''],
    ['timeout', 'a timeout'],
    ['timeout', 'timeouts'],
    ['a*b', 'a--b--c'],
    ['[a-z]', 'b'],
    ['a.c', 'abc'],
  ])('%j does not match %j', (pattern, text) => expect(matchesGlob(pattern, text)).toBe(false))

  it('decides as its definition does', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '😀'), maxLength: 8 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 10 })
    fc.assert(
      fc.property(pattern, text, (glob, any) => {
        expect(matchesGlob(glob, any)).toBe(matchesByDefinition(Array.from(glob), Array.from(any)))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['*a*a*a*a*a*a*a*b', '*aaaaaaab', 'a*a*a*a*a*a*a*b', '*a?a?a?a?*?b', '*'.repeat(50) + 'b'])(
    '%s takes steps in proportion to the text that just fails to match it',
    (pattern) => {
      const few = stepsOf(pattern, 'a'.repeat(1_000))
      const many = stepsOf(pattern, 'a'.repeat(10_000))
      expect(few).toBeGreaterThanOrEqual(1_000)
      expect(many).toBeLessThanOrEqual(few * 11)
      expect(many).toBeLessThanOrEqual(10_000 * 2 * (pattern.length + 1))
    },
  )
})

describe('of several globs and texts', () => {
  it.each([
    [['x', 'B*'], ['abc', 'bcd'], true],
    [['ERROR'], ['error'], true],
    [['größe *'], ['GRÖSSE', 'GRÖßE 3'], true],
    [['x'], ['abc', 'bcd'], false],
    [['*'], [undefined], false],
    [['*'], [], false],
    [[], ['abc'], false],
  ])('%j and %j: one pair is enough, in capitals or not: %j', (globs, texts, expected) => {
    expect(matchesAny(globs, texts)).toBe(expected)
  })

  it('reads as much of a text as is stored', () => {
    expect(matchesAny(['*!'], [`${'a'.repeat(8_191)}!`])).toBe(true)
    expect(matchesAny(['*!*'], [`${'a'.repeat(8_192)}!`])).toBe(false)
  })

  it('reads four long texts and no more', () => {
    const long = 'a'.repeat(9_000)
    expect(matchesAny(['!'], [long, long, long, '!'])).toBe(true)
    expect(matchesAny(['!'], [long, long, long, long, '!'])).toBe(false)
  })
})

function matchesByDefinition([first, ...pattern]: string[], text: string[]): boolean {
  if (first === undefined) return text.length === 0
  if (first === '*') return [...text, ''].some((_, taken) => matchesByDefinition(pattern, text.slice(taken)))
  const [head, ...rest] = text
  return head !== undefined && (first === '?' || first === head) && matchesByDefinition(pattern, rest)
}

function stepsOf(pattern: string, text: string): number {
  let steps = 0
  const counted: Characters = {
    length: text.length,
    charCodeAt(index) {
      steps += 1
      return text.charCodeAt(index)
    },
  }
  matchesGlob(pattern, counted)
  return steps
}

it('a hundred costly globs over the longest texts take a bounded number of steps, and then match nothing', () => {
  const budget = { steps: 1_000_000 }
  const texts = Array.from({ length: 4 }, () => 'a'.repeat(8_192))
  const glob = `*${'a'.repeat(98)}?${'a'.repeat(97)}?b`
  const globs = Array.from({ length: 100 }, () => glob)
  expect(matchesAny([...globs, 'a*'], ['ab', ...texts], budget)).toBe(true)
  expect(budget.steps).toBeGreaterThan(999_000)
  expect(matchesAny([`*?b${'*'.repeat(64)}`], ['ab'])).toBe(false)
  const failing = `*${'a'.repeat(98)}?${'a'.repeat(97)}?\u00e4`
  const nearly = texts.map((text) => `\u00e4${text}`)
  expect(
    matchesAny(
      Array.from({ length: 100 }, () => failing),
      nearly,
      budget,
    ),
  ).toBe(false)
  expect(budget.steps).toBe(0)
  expect(matchesAny(['a*'], texts, budget)).toBe(false)
})
