import { parseStack } from './parse-stack.ts'
import type { WireFrame } from './protocol/index.ts'
import { registry } from './registry.ts'

/** Code of an `eval` has the place of its call, which may be that of the host's code too. */
const evaluated = /\beval at |> (?:eval|Function)\b/

/**
 * Remembers our part of the stacks of what goes through us to the host, such as its `fetch` or the work of
 * `withScope`: on top of a stack, our own frames would make all such errors look alike.
 *
 * `enter` goes that way once, with a probe in the host's stead. Exact places are the one mark that holds: bundlers
 * put us into one file with the host, minifiers change our names, and engines differ in which calls they tell.
 */
export function learnOwnPlaces(enter: (probe: () => never) => unknown): void {
  let inner = ''
  const probe = (): never => {
    inner = stackHere()
    throw new Error('the way ends here')
  }
  const outer = stackHere()
  try {
    enter(probe)
  } catch {
    // The probe's error, or one more of the host's traps.
  }
  if (evaluated.test(inner)) return
  // Both stacks were taken two calls below: by `stackHere`, called here or in the probe.
  const callers = new Set(parseStack(outer).slice(0, -2).map(placeOf))
  for (const place of parseStack(inner).reverse().map(placeOf)) {
    if (callers.has(place)) break
    // Scopes are kept by Node's own code.
    if (place !== '' && !place.startsWith('node:')) registry().ownPlaces.add(place)
  }
}

/** The frames of a stack without those of the SDK, oldest call first. */
export function hostFrames(stack: unknown, message?: string): WireFrame[] {
  const { ownPlaces } = registry()
  return parseStack(stack, message).filter((frame) => !ownPlaces.has(placeOf(frame)))
}

/** Empty where the engine tells no place. */
function placeOf(frame: WireFrame | undefined): string {
  const { filename, lineno, colno } = frame ?? {}
  return colno === undefined ? '' : `${filename}:${lineno}:${colno}`
}

/** The host may have changed how stacks are told. */
function stackHere(): string {
  try {
    const { stack } = new Error('here')
    return typeof stack === 'string' ? stack : ''
  } catch {
    return ''
  }
}
