import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStack } from './parse-stack.ts'

const newest = (stack: string, message?: string) => parseStack(stack, message).at(-1)

describe('a stack of V8', () => {
  it.each([
    ['at load (/app/a.js:1:2)', 'load', '/app/a.js'],
    ['at /app/a.js:1:2', '?', '/app/a.js'],
    ['at async load (/app/a.js:1:2)', 'load', '/app/a.js'],
    ['at async /app/a.js:1:2', '?', '/app/a.js'],
    ['at new Cart (/app/a.js:1:2)', 'new Cart', '/app/a.js'],
    ['at Object.<anonymous> (/app/a.js:1:2)', 'Object.<anonymous>', '/app/a.js'],
    ['at Cart.add [as push] (/app/a.js:1:2)', 'Cart.add', '/app/a.js'],
    ['at load (/my app (copy)/a.js:1:2)', 'load', '/my app (copy)/a.js'],
    ['at load (C:\\app\\a.js:1:2)', 'load', 'C:\\app\\a.js'],
    ['at load (file:///app/my%20shop/a.js:1:2)', 'load', '/app/my shop/a.js'],
    ['at load (file:///C:/app/a.js:1:2)', 'load', 'C:/app/a.js'],
    ['at load (file:///app/100%/a.js:1:2)', 'load', '/app/100%/a.js'],
    ['at load (https://shop.example/a.js?v=1:1:2)', 'load', 'https://shop.example/a.js?v=1'],
    ['at eval (eval at load (/app/a.js:1:2), <anonymous>:7:8)', 'eval', '/app/a.js'],
  ])('%s', (line, name, filename) => {
    expect(newest(`Error: x\n    ${line}`)).toMatchObject({ function: name, filename, lineno: 1, colno: 2 })
  })

  it('has its oldest call first', () => {
    const frames = parseStack('Error: x\n    at inner (/a.js:1:1)\n    at outer (/a.js:2:1)')
    expect(frames.map((frame) => frame.function)).toEqual(['outer', 'inner'])
  })

  it.each(['at Array.map (<anonymous>)', 'at async Promise.all (index 0)', 'at run (native)'])(
    'tells a call by the engine apart from the program: %s',
    (line) => {
      expect(newest(`Error: x\n    ${line}`)).toMatchObject({ in_app: false })
    },
  )

  it('makes no frames of a message that looks like a stack', () => {
    const message = 'first\n    at fake (/fake.js:1:1)\n    at faker (/fake.js:2:2)'
    const frames = parseStack(`Error: ${message}\n    at real (/a.js:1:1)`, message)
    expect(frames.map((frame) => frame.function)).toEqual(['real'])
  })

  it('makes no frame of an address of mail in its message', () => {
    expect(parseStack('Error: ada@example.com:1:2\n    at real (/a.js:1:1)')).toHaveLength(1)
  })
})

it.each([
  ['SpiderMonkey', 'load@https://shop.example/a.js:1:2', 'load', 'https://shop.example/a.js', true],
  ['SpiderMonkey', '@https://shop.example/a.js:1:2', '?', 'https://shop.example/a.js', true],
  ['SpiderMonkey', 'load@https://cdn.example/@shop/a.js:1:2', 'load', 'https://cdn.example/@shop/a.js', true],
  ['SpiderMonkey', 'async*load@https://shop.example/a.js:1:2', 'load', 'https://shop.example/a.js', true],
  [
    'SpiderMonkey',
    'load@https://shop.example/a.js line 9 > eval:1:2',
    'load',
    'https://shop.example/a.js',
    true,
  ],
  [
    'JavaScriptCore',
    'global code@https://shop.example/a.js:1:2',
    'global code',
    'https://shop.example/a.js',
    true,
  ],
  ['JavaScriptCore', 'map@[native code]', 'map', '[native code]', false],
])('a line of %s is read: %s', (_engine, line, name, filename, isInApp) => {
  expect(newest(line)).toMatchObject({ function: name, filename, in_app: isInApp })
})

it.each([
  ['/app/src/cart.js', true],
  ['/app/node_modules/pg/client.js', false],
  ['C:\\app\\node_modules\\pg\\client.js', false],
  ['node:internal/timers', false],
  ['chrome-extension://abc/content.js', false],
  ['moz-extension://abc/content.js', false],
  ['webpack-internal:///./src/cart.js', true],
])('%s is part of the program: %s', (file, isInApp) => {
  expect(newest(`Error: x\n    at load (${file}:1:2)`)).toMatchObject({ in_app: isInApp })
})

it('keeps the hundred newest frames', () => {
  const lines = Array.from({ length: 150 }, (_, at) => `    at f${at} (/a.js:${at + 1}:1)`)
  const frames = parseStack(['Error: x', ...lines].join('\n'))
  expect(frames).toHaveLength(100)
  expect(frames.at(-1)?.function).toBe('f0')
})

it('leaves out a line number that no file has', () => {
  expect(newest(`Error\n    at f (/a.js:${'9'.repeat(40)}:1)`)).not.toHaveProperty('lineno')
})

it('finds no frames in what is no text', () => {
  for (const stack of [undefined, null, 7, {}, [], Symbol('s')]) expect(parseStack(stack)).toEqual([])
})

it('never throws', () => {
  const piece = fc.constantFrom(
    'at ',
    '(',
    ')',
    ':1',
    ':2',
    '@',
    '\n',
    'eval at ',
    'file://',
    '%',
    ' > eval',
    ' [as ',
  )
  const stack = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''))
  fc.assert(fc.property(stack, fc.string(), (text, message) => Array.isArray(parseStack(text, message))))
})

it('reads the stack of this very engine', () => {
  expect(newest(new Error('here').stack ?? '', 'here')).toMatchObject({
    filename: import.meta.filename,
    in_app: true,
  })
})
