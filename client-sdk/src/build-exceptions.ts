import { normaliseValue } from './normalise-value.ts'
import type { Mechanism } from './options.ts'
import { hostFrames } from './own-places.ts'
import type { WireException, WireMechanism } from './protocol/index.ts'
import { firstItems, readProperty, textOf } from './read-safely.ts'

const mostExceptions = 50

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
  const add = (current: object, link: Partial<WireMechanism>): void => {
    if (seen.has(current) || values.length >= mostExceptions) return
    seen.add(current)
    const id = values.length
    const children = (firstItems(readProperty(current, 'errors'), mostExceptions) ?? []).map(errorOrNothing)
    const isGroup = children.some((child) => child !== undefined)
    const own = { ...mechanism, ...link, exception_id: id, ...(isGroup && { is_exception_group: true }) }
    values.push(describe(current, own))
    const cause = errorOrNothing(readProperty(current, 'cause'))
    if (cause !== undefined) add(cause, { type: 'chained', source: 'cause', parent_id: id })
    children.forEach((child, index) => {
      if (child !== undefined) add(child, { type: 'chained', source: `errors[${index}]`, parent_id: id })
    })
  }
  add(error, {})
  return { values: values.reverse() }
}

function describe(error: object, mechanism: WireMechanism): WireException {
  const message = readProperty(error, 'message')
  const value = message === undefined ? '' : textOf(message)
  const frames = hostFrames(readProperty(error, 'stack'), value)
  return { type: nameOf(error), value, ...(frames.length > 0 && { stacktrace: { frames } }), mechanism }
}

function buildFromValue(
  value: unknown,
  mechanism: Mechanism,
  syntheticStack: string | undefined,
): BuiltExceptions {
  const frames = hostFrames(syntheticStack)
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
  // Its text would be its source.
  if (typeof value === 'function') return 'Function thrown'
  if (typeof value !== 'object' || value === null) return textOf(value)
  return describeKeys(value)
}

function describeKeys(value: object): string {
  try {
    // The keys of a list are as many as its items: it would take seconds to name those of a long one.
    if (Array.isArray(value)) return `Array thrown with ${value.length} items`
    if (ArrayBuffer.isView(value)) return `Binary data thrown, ${value.byteLength} bytes`
    const keys = Object.keys(value).sort().slice(0, 20)
    return `Object thrown with keys: ${keys.map((key) => textOf(key, 100)).join(', ') || '[none]'}`
  } catch {
    return 'Object thrown that cannot be read'
  }
}

function errorOrNothing(value: unknown): object | undefined {
  return isErrorLike(value) ? value : undefined
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

function nameOf(error: object): string {
  const name = readProperty(error, 'name')
  return typeof name === 'string' && name !== '' ? name.slice(0, 256) : 'Error'
}
