import { expect, it } from 'vitest'
import * as z from 'zod'
import { parse } from './parse.ts'

function wrongIn(schema: z.ZodType, value: unknown): unknown {
  try {
    return parse(z.strictObject({ field: schema }), { field: value }, 'body')
  } catch (error) {
    return error
  }
}

it.each<[string, z.ZodType, unknown]>([
  ['It is missing.', z.string(), undefined],
  ['It must be a string.', z.string(), 7],
  ['It must be a whole number.', z.int(), 1.5],
  ['It must be at most 100.', z.coerce.number().max(100), '101'],
  ['It must be at least 1.', z.coerce.number().min(1), '0'],
  ['It must be at most 3 characters long.', z.string().max(3), 'four'],
  ['It must be at most 1 items long.', z.array(z.string()).max(1), ['a', 'b']],
  ['It must be lastSeen, firstSeen or events.', z.enum(['lastSeen', 'firstSeen', 'events']), 'x'],
  ['Say what to call you.', z.string().min(1, 'Say what to call you.'), ''],
])('says "%s"', (sentence, schema, value) => {
  expect(wrongIn(schema, value)).toMatchObject({ code: 'invalid', fields: { field: sentence } })
})

it('a body that is nested deeper than the stack is refused like any other', () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
  expect(wrongIn(z.string(), deep)).toMatchObject({ code: 'invalid' })
})

it('a NUL is refused wherever it is', () => {
  expect(wrongIn(z.unknown(), [{ 'a\0': 1 }])).toMatchObject({ code: 'invalid' })
})
