import type { Event } from '../../../lib/api.ts'
import type { Part } from './part.ts'

interface Place {
  /** Of the exception, or of the thread with a stack. */
  stack: number
  frame: number
}

/**
 * Where the frame of a part is in an event. The part was made from another one, whose stack may have been longer:
 * what counts is that the function of the part is there.
 */
export function findSourceFrame(part: Part, event: Event | undefined): Place | undefined {
  if (part.frame === undefined || event === undefined) return undefined
  const stack = part.exception ?? 0
  const frames = framesOf(event, stack)
  const name = /#([^#`]+)$/.exec(part.value)?.[1] ?? ''
  const isIt = (at: number): boolean => {
    const frame = frames[at]
    return frame !== undefined && (name === '' || name === 'anonymous' || hasName(frame.function, name))
  }
  if (isIt(part.frame)) return { stack, frame: part.frame }
  const other = name === '' || name === 'anonymous' ? -1 : frames.findLastIndex((_, at) => isIt(at))
  return other === -1 ? undefined : { stack, frame: other }
}

function framesOf(event: Event, stack: number) {
  const stacks = event.exception?.values.map(({ stacktrace }) => stacktrace)
  const threads = event.threads?.values.flatMap(({ stacktrace }) => stacktrace ?? [])
  return (stacks ?? threads)?.[stack]?.frames ?? []
}

function hasName(full: string | undefined, name: string): boolean {
  return full?.toLowerCase().includes(name.toLowerCase()) ?? false
}
