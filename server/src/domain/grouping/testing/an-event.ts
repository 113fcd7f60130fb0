import type { Event, Exception, Frame } from '../../event/event.ts'
import { anEvent } from '../../event/testing/an-event.ts'
import { groupEvent } from '../group-event.ts'

/** Frames are given innermost last, as "file.js#function". */
export function anError(message: string, frames: (string | Frame)[] = [], type = 'Error'): Exception {
  const stack = frames.map((frame) => (typeof frame === 'string' ? aFrame(frame) : frame))
  return { type, value: message, ...(stack.length > 0 && { stacktrace: { frames: stack } }) }
}

export function aFrame(place: string, override: Partial<Frame> = {}): Frame {
  const [filename = '', ...names] = place.split('#')
  const name = names.join('#')
  return { filename, ...(name && { function: name }), lineno: 10, colno: 5, in_app: true, ...override }
}

export function thrown(exceptions: Exception[], override: Partial<Event> = {}): Event {
  return anEvent({ exception: { values: exceptions }, ...override })
}

export function groupOf(event: Event): string {
  return Buffer.from(groupEvent(event).hash).toString('hex')
}

export function partOf(event: Event, name: string): string | undefined {
  return groupEvent(event).parts.find((part) => part.name === name)?.value
}
