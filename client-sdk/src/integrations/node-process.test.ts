import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer, type SinkServer } from '../testing/a-server.ts'
import { runProgram, type Ended } from '../testing/run-program.ts'

let sink: SinkServer
beforeAll(async () => void (sink = await aServer()))
afterAll(() => void sink.server.close())

/** Off, the package is loaded and not turned on: the lines of the program stay where they are. */
const init = (isOn: boolean): string =>
  `const Mishap = require('@mishap/sdk'); Mishap.init({ dsn: process.env.DSN.repeat(${isOn ? 1 : 0}) });`

function run(program: string, args: string[] = [], dsn = sink.dsn): Promise<Ended> {
  return runProgram(`${init(true)} ${program}`, args, { DSN: dsn })
}

/** The same without us. The text differs in one digit, which what Node prints of the line would show. */
async function runBare(program: string, args: string[]): Promise<Ended> {
  const bare = await runProgram(`${init(false)} ${program}`, args, { DSN: sink.dsn })
  return { ...bare, stderr: bare.stderr.replace('.repeat(0)', '.repeat(1)') }
}

/** Process ids are in Node's warnings. */
const withoutIds = ({ code, stdout, stderr }: Ended): Ended => ({
  code,
  stdout,
  stderr: stderr.replaceAll(/\(node:\d+\)/g, '(node)'),
})

interface Ending {
  does: string
  program: string
  args?: string[]
  /** The values of the events that arrive. */
  reports: string[]
}

const takes = (name: string, work: string): string => `process.on('${name}', (error) => { ${work} });`

const endings: Ending[] = [
  { does: 'throws', program: 'throw new Error("boom")', reports: ['boom'] },
  {
    does: 'throws on a later tick',
    program: 'setImmediate(() => { throw new Error("boom") })',
    reports: ['boom'],
  },
  { does: 'throws a text', program: 'throw "boom"', reports: ['boom'] },
  { does: 'throws nothing', program: 'throw undefined', reports: ['undefined'] },
  { does: 'throws a frozen error', program: 'throw Object.freeze(new Error("boom"))', reports: ['boom'] },
  { does: 'rejects', program: 'Promise.reject(new Error("boom"))', reports: ['boom'] },
  { does: 'rejects with a text', program: 'Promise.reject("boom")', reports: ['boom'] },
  ...['strict', 'throw'].map((mode) => ({
    does: `rejects with --unhandled-rejections=${mode}`,
    program: 'Promise.reject(new Error("boom"))',
    args: [`--unhandled-rejections=${mode}`],
    reports: ['boom'],
  })),
  ...['warn', 'none', 'warn-with-error-code'].map((mode) => ({
    does: `rejects with --unhandled-rejections=${mode}`,
    program: 'Promise.reject(new Error("boom"))',
    args: [`--unhandled-rejections=${mode}`],
    reports: [],
  })),
  {
    does: 'takes its uncaught exceptions and goes on',
    program: `${takes('uncaughtException', 'console.log("taken", error.message)')} throw new Error("boom")`,
    reports: ['boom'],
  },
  {
    does: 'takes its uncaught exceptions and exits',
    program: `${takes('uncaughtException', 'process.exit(7)')} throw new Error("boom")`,
    reports: ['boom'],
  },
  {
    does: 'takes its rejections and goes on',
    program: `${takes('unhandledRejection', 'console.log("taken", error.message)')} Promise.reject(new Error("boom"))`,
    reports: ['boom'],
  },
  {
    does: 'takes its rejections and exits',
    program: `${takes('unhandledRejection', 'process.exit(7)')} Promise.reject(new Error("boom"))`,
    reports: ['boom'],
  },
  {
    does: 'takes its rejections no longer',
    program: `const f = () => {}; process.on('unhandledRejection', f); process.off('unhandledRejection', f); Promise.reject(new Error("boom"))`,
    reports: ['boom'],
  },
  {
    // Node then ends the process with no further word.
    does: 'throws in its handler',
    program: `${takes('uncaughtException', 'throw new Error("worse")')} throw new Error("boom")`,
    reports: [],
  },
  {
    does: 'throws in a domain',
    program: `const d = require('node:domain').create(); d.on('error', (error) => console.log('taken', error.message)); d.run(() => setImmediate(() => { throw new Error("boom") }))`,
    reports: ['boom'],
  },
  {
    does: 'captures an error and throws it on',
    program: 'const error = new Error("boom"); Mishap.captureException(error); throw error',
    reports: ['boom'],
  },
  {
    does: 'captures an error and exits',
    program: 'Mishap.captureException(new Error("boom")); process.exit(3)',
    reports: ['boom'],
  },
  {
    does: 'captures an error and ends with an exit code',
    program: 'Mishap.captureException(new Error("boom")); process.exitCode = 5',
    reports: ['boom'],
  },
  { does: 'ends', program: '', reports: [] },
]

describe.each(endings)('a program that $does', ({ program, args = [], reports }) => {
  it('ends as it would without us, and what happened is reported', async () => {
    const before = sink.envelopes.length
    const bare = await runBare(program, args)
    expect(sink.envelopes).toHaveLength(before)
    const watched = await run(program, args)
    expect(withoutIds(watched)).toEqual(withoutIds(bare))
    const events = sink.events().slice(before)
    expect(events.map(({ exception }) => exception?.values.at(-1)?.value)).toEqual(reports)
  })
})

it.each([
  'throw new Error("boom")',
  'Promise.reject(new Error("boom"))',
  'Mishap.captureException(1); process.exit(3)',
])('without a server to report to, the program ends in the same way: %s', async (program) => {
  const watched = await run(program, [], 'http://0123456789abcdef0123456789abcdef@127.0.0.1:9/1')
  expect(withoutIds(watched)).toEqual(withoutIds(await runBare(program, [])))
})

it('an error that ends the process is fatal, and says how it came', async () => {
  await run('setTimeout(() => { throw new Error("boom") }, 1)')
  expect(sink.events().at(-1)).toMatchObject({
    level: 'fatal',
    exception: { values: [{ mechanism: { type: 'onuncaughtexception', handled: false } }] },
  })
  await run('Promise.reject(new Error("boom"))')
  expect(sink.events().at(-1)).toMatchObject({
    level: 'fatal',
    exception: { values: [{ mechanism: { type: 'onunhandledrejection', handled: false } }] },
  })
})

it('beforeSend has the last word on an error that ends the process', async () => {
  const before = sink.envelopes.length
  const initWith = (hook: string): string =>
    `require('@mishap/sdk').init({ dsn: process.env.DSN, beforeSend: ${hook} }); throw new Error("boom")`
  await runProgram(initWith('() => null'), [], { DSN: sink.dsn })
  expect(sink.envelopes).toHaveLength(before)
  await runProgram(initWith('(event) => ({ ...event, tags: { changed: true } })'), [], { DSN: sink.dsn })
  expect(sink.events().at(-1)?.tags).toEqual({ changed: true })
})
