import type { Event, Frame } from '../../event/event.ts'
import { threadFrames } from '../exception/read-exception.ts'
import { INNERMOST } from '../frames/read-stack.ts'

/** The frames that the grouping reads, stack by stack: those of the captured exception first, innermost first. */
export function judgedStacks(event: Event): Frame[][] {
  const exceptions = (event.exception?.values ?? []).toReversed()
  const stacks = [...exceptions.map(({ stacktrace }) => stacktrace?.frames), threadFrames(event)]
  return stacks.flatMap((frames) => (frames ? [frames.slice(-INNERMOST).toReversed()] : []))
}
