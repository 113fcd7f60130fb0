import { expect, it } from 'vitest'
import { formatCursor, parseCursor } from './issue-cursor.ts'

const place = { sortValue: 1_781_524_800_000, projectId: 7, number: 42 }

it('reads back the place that it wrote', () => {
  expect(parseCursor(formatCursor(place))).toEqual(place)
})

it.each([
  ['', 'nothing'],
  ['%%%', 'no base 64'],
  [formatCursor(place).slice(0, -3), 'a cursor that was cut'],
  [formatCursor(place).replace('W', 'X'), 'a cursor with a wrong letter'],
  [encode('null'), 'no list'],
  [encode('[1,2]'), 'too few numbers'],
  [encode('[1,2,3,4]'), 'too many numbers'],
  [encode('[1.5,2,3]'), 'a fraction'],
  [encode('[1e300,2,3]'), 'a number beyond all counting'],
  [encode('["1",2,3]'), 'a text'],
  [encode('{"0":1,"1":2,"2":3}'), 'an object'],
])('refuses %j as invalid: %s', (cursor) => {
  expect(() => parseCursor(cursor)).toThrow(expect.objectContaining({ code: 'invalid' }))
})

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}
