import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatIssueId, formatShortId, parseIssueName } from './issue-id.ts'

it('writes the number of a short id in base 32', () => {
  expect(formatShortId('WEB', 1)).toBe('WEB-1')
  expect(formatShortId('WEB', 32)).toBe('WEB-10')
  expect(formatShortId('WEB', 940)).toBe('WEB-XC')
})

it('reads back whatever it wrote, in any case', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (number) => {
      const short = formatShortId('SHOP2', number)
      expect(parseIssueName(short.toLowerCase())).toEqual({ kind: 'short', prefix: 'SHOP2', number })
      const key = { projectId: 7, number }
      expect(parseIssueName(formatIssueId(key))).toEqual({ kind: 'id', key })
    }),
  )
})

it.each(['', 'WEB', '-1', 'WEB-', 'WEB-U', '1-', "1-1'--", '1-1-1', 'A-1'])(
  'finds no issue in "%s"',
  (text) => {
    expect(parseIssueName(text)).toBeUndefined()
  },
)
