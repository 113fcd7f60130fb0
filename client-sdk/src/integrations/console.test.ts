import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { currentScope, registry } from '../registry.ts'
import { aClient } from '../testing/a-client.ts'
import { hostileValues } from '../testing/hostile-values.ts'
import { watchConsole } from './console.ts'

const whole = globalThis.console
let printed = ''

beforeEach(() => {
  printed = ''
  const screen = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk)
      done()
    },
  })
  globalThis.console = new Console(screen)
  aClient()
  onTestFinished(watchConsole())
})
afterEach(() => {
  globalThis.console = whole
  registry().client = undefined
})

// The subject of these tests.
const { log, warn, error } = {
  log: (...args: unknown[]) => globalThis.console.log(...args),
  warn: (...args: unknown[]) => globalThis.console.warn(...args),
  error: (...args: unknown[]) => globalThis.console.error(...args),
}

it('what is logged is printed as before, and noted', () => {
  log('an order of', { items: 2 })
  warn('slow')
  error(new Error('boom').message)
  expect(printed).toBe('an order of { items: 2 }\nslow\nboom\n')
  expect(currentScope().breadcrumbs).toMatchObject([
    { category: 'console', level: 'info', message: 'an order of {"items":2}' },
    { level: 'warning', message: 'slow' },
    { level: 'error', message: 'boom' },
  ])
})

it('a long line is cut', () => {
  log('x'.repeat(100_000))
  expect(currentScope().breadcrumbs[0]?.message).toHaveLength(2_000)
})

it('what is logged while a line is noted is not noted', () => {
  log({
    get loud() {
      log('again')
      return 1
    },
  })
  expect(currentScope().breadcrumbs).toMatchObject([{ message: '{"loud":1}' }])
})

it.each(hostileValues.filter(({ name }) => !/ten million|without end|100,000|huge/.test(name)))(
  'logging $name does no more harm than before',
  ({ value }) => {
    const bare = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }))
    const harmOf = (work: () => void): string => {
      try {
        work()
        return 'none'
      } catch (harm) {
        return String(harm)
      }
    }
    expect(harmOf(() => log(value))).toBe(harmOf(() => bare.log(value)))
  },
)
