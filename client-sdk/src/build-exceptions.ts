import { normaliseValue } from './normalise-value.ts'
import { parseStack } from './parse-stack.ts'
import type { WireException, WireMechanism } from './protocol/index.ts'

const mostExceptions = 50
const longestValue = 8_192

/** How an error came to the SDK. */
export interface Mechanism {
  type: string
  handled: boolean
}

export interface BuiltExceptions {
  /** Oldest cause first, the error itself last. */
  values: WireException[]
  /** What was thrown when it was no error: kept beside it. */
  thrown?: unknown
}

/** An error with all that caused it, or any other thrown value, as the wire has it. */
export function buildExceptions(
  error: unknown,
  mechanism: Mechanism,
  syntheticStack?: string,
): BuiltExceptions {
  if (!isErrorLike(error)) return buildFromValue(error, mechanism, syntheticStack)
  const values: WireException[] = []
  const seen = new Set<object>()
  let nextId = 0
  const add = (current: object, link: Partial<WireMechanism>): void => {
    if (seen.has(current) || values.length >= mostExceptions) return
    seen.add(current)
    const id = nextId++
    const errors: unknown = readProperty(current, 'errors')
    const isGroup = Array.isArray(errors)
    values.push(
      describe(current, {
        ...mechanism,
        ...link,
        exception_id: id,
        ...(isGroup && { is_exception_group: true }),
      }),
    )
    const cause = readProperty(current, 'cause')
    if (isErrorLike(cause)) add(cause, { type: 'chained', source: 'cause', parent_id: id })
    if (!isGroup) return
    errors.slice(0, mostExceptions).forEach((child: unknown, index) => {
      if (isErrorLike(child)) add(child, { type: 'chained', source: `errors[${index}]`, parent_id: id })
    })
  }
  add(error, {})
  return { values: values.reverse() }
}

function describe(error: object, mechanism: WireMechanism): WireException {
  const frames = parseStack(readProperty(error, 'stack'))
  return {
    type: nameOf(error),
    value: textOf(readProperty(error, 'message')),
    ...(frames.length > 0 && { stacktrace: { frames } }),
    mechanism,
  }
}

function buildFromValue(
  value: unknown,
  mechanism: Mechanism,
  syntheticStack: string | undefined,
): BuiltExceptions {
  const frames = parseStack(syntheticStack)
  const exception: WireException = {
    type: 'Error',
    value: describeThrown(value),
    ...(frames.length > 0 && { stacktrace: { frames } }),
    mechanism: { ...mechanism, synthetic: true },
  }
  return typeof value === 'object' && value !== null
    ? { values: [exception], thrown: normaliseValue(value) }
    : { values: [exception] }
}

function describeThrown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${textOf(value)}`
  return `Object thrown with keys: ${keysOf(value).join(', ') || '[none]'}`
}

function keysOf(value: object): string[] {
  try {
    return Object.keys(value).sort().slice(0, 20)
  } catch {
    return []
  }
}

/** Errors of other realms and copies of classes are errors too: what counts is message and stack. */
export function isErrorLike(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  try {
    return value instanceof Error || (typeof readProperty(value, 'message') === 'string' && 'stack' in value)
  } catch {
    return false
  }
}

/** A property of a hostile object; undefined when reading it throws. */
export function readProperty(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}

function nameOf(error: object): string {
  const name = readProperty(error, 'name')
  return typeof name === 'string' && name !== '' ? name.slice(0, 256) : 'Error'
}

function textOf(value: unknown): string {
  try {
    return String(value).slice(0, longestValue)
  } catch {
    return '[unreadable]'
  }
}
