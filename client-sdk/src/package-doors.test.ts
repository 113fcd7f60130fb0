import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type SinkServer } from './testing/a-server.ts'
import { runProgram } from './testing/run-program.ts'

let sink: SinkServer
beforeAll(async () => void (sink = await aServer()))
afterAll(() => void sink.server.close())

const script = createRequire(import.meta.url).resolve('@mishap/sdk/browser.iife.js')
const doors = {
  '@mishap/sdk': ['init', 'captureException', 'withScope', 'close'],
  '@mishap/sdk/node': ['init', 'captureException', 'withScope', 'close'],
  '@mishap/sdk/browser': ['init', 'captureException', 'withScope', 'close'],
  '@mishap/sdk/express': ['errorView', 'requestContext'],
  '@mishap/sdk/protocol': ['parseDsn', 'parseEnvelope'],
}

describe.each(Object.entries(doors))('%s', (door, names) => {
  it.each([
    ['import', ['--input-type=module'], `import * as door from '${door}'`],
    ['require', [], `const door = require('${door}')`],
  ])('opens by %s', async (_how, args, open) => {
    const ended = await runProgram(
      `${open}; console.log(${JSON.stringify(names)}.map((name) => typeof door[name]).join())`,
      args,
    )
    expect(ended).toEqual({ code: 0, stdout: `${names.map(() => 'function').join(',')}\n`, stderr: '' })
  })
})

it('the script for pages makes one global, and is no more than 15 KB compressed', () => {
  const page: { Mishap?: { init?: unknown } } = {}
  const text = readFileSync(script, 'utf8')
  expect(runInNewContext(`${text}; typeof Mishap.init`, page)).toBe('function')
  expect(gzipSync(text).length).toBeLessThan(15 * 1024)
})

it('the copies of ESM and CommonJS report an error once, with one scope', async () => {
  const before = sink.envelopes.length
  const program = `
    import * as Esm from '@mishap/sdk'
    import { createRequire } from 'node:module'
    const Cjs = createRequire(process.cwd() + '/x.js')('@mishap/sdk')
    Esm.init({ dsn: process.env.DSN })
    Cjs.setTag('set by', 'cjs')
    const error = new Error('boom')
    console.log(Esm !== Cjs, Esm.captureException(error) === Cjs.captureException(error), await Cjs.flush())`
  const { stdout, stderr } = await runProgram(program, ['--input-type=module'], { DSN: sink.dsn })
  expect([stdout, stderr]).toEqual(['true true true\n', ''])
  expect(sink.events().slice(before)).toMatchObject([{ tags: { 'set by': 'cjs' } }])
})

describe('init', () => {
  it.each([
    ['a DSN that is none', `{ dsn: 'nonsense' }`],
    ['nonsense', `{ sampleRate: 'x', dsn: process.env.DSN }`],
    ['an option that throws', `{ get dsn() { throw { toString() { throw 1 } } } }`],
    ['no object', '7'],
    ['a tunnel that is no URL', `{ dsn: process.env.DSN, tunnel: 'x y' }`],
  ])('given %s, says so once and stays off', async (_what, options) => {
    const before = sink.envelopes.length
    const program = `const M = require('@mishap/sdk'); M.init(${options}); console.log(M.captureException(new Error('x')))`
    const { code, stdout, stderr } = await runProgram(program, [], { DSN: sink.dsn })
    expect([code, stdout]).toEqual([0, `${'0'.repeat(32)}\n`])
    expect(stderr).toMatch(/^\[mishap\] [^\n]+\n$/)
    expect(sink.envelopes).toHaveLength(before)
  })

  it.each(['undefined', 'null', '{}', '{ dsn: "" }'])('given %s, is silent and off', async (options) => {
    const ended = await runProgram(`require('@mishap/sdk').init(${options})`, [])
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('does not keep a program alive', async () => {
    const ended = await runProgram(`require('@mishap/sdk').init({ dsn: process.env.DSN })`, [], {
      DSN: sink.dsn,
    })
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('an error that came through the SDK', () => {
  const ways = {
    'the ESM build': { args: ['--input-type=module'], open: `import * as Mishap from '@mishap/sdk'` },
    'the CommonJS build': { args: [], open: `const Mishap = require('@mishap/sdk')` },
    'the ESM build for pages': {
      args: ['--input-type=module'],
      open: `import * as Mishap from '@mishap/sdk/browser'`,
    },
    'the CommonJS build for pages': { args: [], open: `const Mishap = require('@mishap/sdk/browser')` },
    'the script for pages': {
      args: [],
      open: `require('node:vm').runInThisContext(require('node:fs').readFileSync(${JSON.stringify(script)}, 'utf8'),
        { filename: 'https://shop.example/mishap.js' })`,
    },
    'the script for pages, in one file with the program': { args: [], open: readFileSync(script, 'utf8') },
  }
  const program = `
    Error.stackTraceLimit = 50
    globalThis.fetch = function down() { throw new TypeError('Failed to fetch') }
    Mishap.init({ dsn: 'http://0123456789abcdef0123456789abcdef@127.0.0.1:9/1', transport: async (envelope) => {
      const { exception } = JSON.parse(envelope.split('\\n')[2])
      const frames = exception.values[0].stacktrace.frames.filter((frame) => frame.in_app)
      console.log(frames.slice(-4).reverse().map((frame) => frame.function).join())
      return { status: 200 }
    } })
    function loadPrices() { return fetch('/prices') }
    function inScope() { return Mishap.withScope(function work() { loadPrices() }) }
    function open() { try { inScope() } catch (error) { Mishap.captureException(error) } }
    open()`

  it.each(Object.entries(ways))('has the frames of its program: %s', async (_way, { args, open }) => {
    const { stdout, stderr } = await runProgram(`${open}\n;${program}`, args)
    expect([stdout, stderr]).toEqual(['down,loadPrices,work,inScope\n', ''])
  })
})

it('an event brings the code around its frames', async () => {
  const program = `
    const Mishap = require('@mishap/sdk')
    Mishap.init({ dsn: process.env.DSN })
    try { require('@mishap/sdk/protocol').parseEnvelope(7) } catch (error) { Mishap.captureException(error) }`
  await runProgram(program, [], { DSN: sink.dsn })
  const frames = sink.events().at(-1)?.exception?.values[0]?.stacktrace?.frames ?? []
  expect(frames.map((frame) => frame.context_line)).toContainEqual(expect.stringContaining('indexOf'))
})
