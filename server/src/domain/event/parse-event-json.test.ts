import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventFormatError, parseEventJson, parseJsonText } from './parse-event-json.ts'

describe('parsing an event', () => {
  it('gives what JSON.parse gives, but integers that it would round as text', () => {
    const exact = (_: string, value: unknown): unknown =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value))
        ? String(value)
        : value

    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (source) => {
        expect(parseJsonText(source)).toEqual(JSON.parse(source, exact))
      }),
    )
  })

  it('skips a BOM and reads damaged UTF-8 as U+FFFD', () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF{"a":"'),
      Buffer.from([0xff, 0xc0, 0x80]),
      Buffer.from('"}'),
    ])
    expect(parseEventJson(bytes)).toEqual({ a: '\uFFFD\uFFFD\uFFFD' })
  })

  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-123456789012345678901', '-123456789012345678901'],
    ['0.1234567890123456', 0.1234567890123456],
    ['12345678901234567e3', 12345678901234567e3],
    ['1e999', Infinity],
    ['NaN', Infinity],
    ['-Infinity', -Infinity],
  ])('reads the number %s without loss', (number, value) => {
    const source = `{"n": ${number},"list":[${number},"${number} \\" NaN"]}`
    expect(parseJsonText(source)).toEqual({ n: value, list: [value, `${number} " NaN`] })
  })

  it.each([
    ['nothing', ''],
    ['text that is not JSON', 'event'],
    ['half an object', '{"a":'],
    ['a string without end', '{"a":"NaN'],
    ['UTF-16', Buffer.from('{}', 'utf16le').toString('latin1')],
    ['a name after a number that old clients write', '{"a":NaN,nope}'],
  ])('refuses %s', (_, source) => {
    expect(() => parseJsonText(source)).toThrow(EventFormatError)
  })

  it('takes a hundred levels, and refuses one more before anything recurses', () => {
    expect(parseJsonText('['.repeat(100) + ']'.repeat(100))).toHaveLength(1)
    expect(() => parseJsonText('['.repeat(101) + ']'.repeat(101))).toThrow('nested deeper than 100 levels')
    expect(() => parseJsonText('{"a":'.repeat(100_000))).toThrow('nested deeper than 100 levels')
  })

  it('counts no bracket inside a string', () => {
    const text = '['.repeat(200)
    expect(parseJsonText(JSON.stringify([`\\"${text}`, `${text}\\`]))).toEqual([`\\"${text}`, `${text}\\`])
  })

  it('reads a megabyte of escapes beside a long number', () => {
    const text = '\\"'.repeat(250_000)
    expect(parseJsonText(`{"id":123456789012345678901,"text":${JSON.stringify(text)}}`)).toEqual({
      id: '123456789012345678901',
      text,
    })
  })
})
