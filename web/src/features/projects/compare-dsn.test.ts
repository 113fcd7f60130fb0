import { expect, it } from 'vitest'
import { compareDsn } from './compare-dsn.ts'

const ours = 'https://0123456789abcdef0123456789abcdef@mishap.example/7'

it('finds no difference in the same DSN, also as it stands in a file', () => {
  expect(compareDsn(ours, ours)).toEqual([])
  expect(compareDsn(`MISHAP_DSN="${ours}"`, ours)).toEqual([])
  expect(compareDsn(`dsn: '${ours}',`, ours)).toEqual([])
})

it.each([
  ['http://0123456789abcdef0123456789abcdef@mishap.example/7', 'It begins with http://, ours with https://.'],
  [
    'https://0123456789abcdef0123456789abcdef@o1.example/7',
    'It reports to o1.example, this server is mishap.example.',
  ],
  ['https://0123456789abcdef0123456789abcdef@mishap.example/8', 'It names project 8, this is project 7.'],
  ['https://ffffffffffffffffffffffffffffffff@mishap.example/7', 'Its key is ffff…ffff, ours is 0123…cdef.'],
  ['https://mishap.example/7', 'This is not a DSN: it has the form http://key@host/number.'],
])('says what is different in %s', (given, difference) => {
  expect(compareDsn(given, ours)).toEqual([difference])
})
