import { AsyncLocalStorage } from 'node:async_hooks'
import { afterEach, describe, expect, it } from 'vitest'
import { captureException, withScope } from './api.ts'
import { watchConsole } from './integrations/console.ts'
import { replaceMethod } from './integrations/replace-method.ts'
import { hostFrames, learnOwnPlaces } from './own-places.ts'
import { parseStack } from './parse-stack.ts'
import { registry } from './registry.ts'
import type { Scope } from './scope.ts'
import { aClient } from './testing/a-client.ts'

afterEach(() => {
  registry().client = undefined
  registry().storage = undefined
})

/** The files in which a stack is, the SDK's own left out or not. */
function filesOf(error: unknown, read: typeof hostFrames = hostFrames): Set<string> {
  const stack = error instanceof Error ? error.stack : undefined
  const names = read(stack).map(({ filename = '' }) => filename.replace(/^.*client-sdk\/src\//, ''))
  return new Set(names.filter((name) => name.endsWith('.ts')))
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

function fail(): never {
  throw new Error('boom')
}

describe('the stack of an error has the frames of its program alone', () => {
  it('when it came through a method that we replaced', () => {
    const owner = { load: fail }
    const undo = replaceMethod(owner, 'load', (original) => () => original())
    for (const error of [thrownBy(() => owner.load()), thrownBy(() => (undo(), owner.load()))])
      expect(filesOf(error)).toEqual(new Set(['own-places.test.ts']))
  })

  it('when it came through a method that was replaced twice', () => {
    const owner = { load: fail }
    replaceMethod(owner, 'load', (original) => () => original())
    replaceMethod(owner, 'load', (original) => () => original())
    const error = thrownBy(() => owner.load())
    expect(filesOf(error, parseStack)).toContain('integrations/replace-method.ts')
    expect(filesOf(error)).toEqual(new Set(['own-places.test.ts']))
  })

  it.each([undefined, new AsyncLocalStorage<Scope>()])('when it came through withScope', (storage) => {
    registry().storage = storage
    const error = thrownBy(() => withScope(() => withScope(fail)))
    expect(filesOf(error, parseStack)).toContain('api.ts')
    expect(filesOf(error)).toEqual(new Set(['own-places.test.ts']))
  })

  it('when what is logged breaks the log', () => {
    const whole = globalThis.console
    globalThis.console = { ...whole, log: fail }
    const undo = watchConsole()
    const error = thrownBy(() => Reflect.apply(globalThis.console.log, undefined, ['x']))
    undo()
    globalThis.console = whole
    expect(filesOf(error)).toEqual(new Set(['own-places.test.ts']))
  })

  it('when it has no stack and the engine cannot leave out the calls of captureException', async () => {
    const { captureStackTrace } = Error
    const { sent } = aClient()
    Reflect.deleteProperty(Error, 'captureStackTrace')
    captureException('text')
    Error.captureStackTrace = captureStackTrace
    const [event] = await sent()
    const newest = event?.exception?.values[0]?.stacktrace?.frames.at(-1)
    expect(newest?.filename).toContain('own-places.test.ts')
  })
})

it.each([10, 100])('frames of the program stay, also those in one file with ours: %i', (limit) => {
  const whole = Error.stackTraceLimit
  Error.stackTraceLimit = limit
  const here = import.meta.filename
  const ours = (work: () => never): never => work()
  const known = new Set(registry().ownPlaces)
  learnOwnPlaces((probe) => ours(probe))
  const error = thrownBy(() => ours(fail)) as Error
  Error.stackTraceLimit = whole
  const frames = parseStack(error.stack)
  const left = hostFrames(error.stack)
  expect(left).toEqual(frames.filter(({ function: name }) => name !== 'ours'))
  expect(left.at(-1)).toMatchObject({ function: 'fail', filename: here })
  // The way to the probe alone, and nothing of what led here.
  expect(registry().ownPlaces.size).toBeLessThanOrEqual(known.size + 5)
})

it('of code of an eval, whose places are those of the call, nothing is left out', () => {
  const before = registry().ownPlaces.size
  // oxlint-disable-next-line no-eval -- As bundlers for development wrap each file.
  const enter: unknown = (0, eval)('(probe) => probe()')
  learnOwnPlaces(enter as (probe: () => never) => never)
  expect(registry().ownPlaces.size).toBe(before)
})

it.each([0, 1, 2, 3])('nothing of the program is lost where stacks have %i frames', (limit) => {
  const whole = Error.stackTraceLimit
  Error.stackTraceLimit = limit
  const owner = { load: fail }
  replaceMethod(owner, 'load', (original) => () => original())
  Error.stackTraceLimit = whole
  expect([...filesOf(thrownBy(() => owner.load()))]).toContain('own-places.test.ts')
  expect(filesOf(thrownBy(fail))).toEqual(new Set(['own-places.test.ts']))
})

it('a program that tells its stacks in its own way is left alone', () => {
  const whole = Error.prepareStackTrace
  for (const prepare of [() => 7, fail]) {
    Error.prepareStackTrace = prepare
    expect(() => replaceMethod({ load: fail }, 'load', (original) => () => original())).not.toThrow()
  }
  Error.prepareStackTrace = whole
})
