import type { Event, Exception, Frame } from '../../event/event.ts'
import { anEvent } from '../../event/testing/an-event.ts'
import { groupEvent } from '../group-event.ts'
import { aFrame } from './an-event.ts'

/** "Type: value" with frames innermost last, as "path#function" or whole. */
export function anException(said: string, ...frames: (string | Frame)[]): Exception {
  const colon = said.indexOf(': ')
  const stack = frames.map((frame) => (typeof frame === 'string' ? aFrame(frame) : frame))
  return {
    type: said.slice(0, colon),
    value: said.slice(colon + 2),
    ...(stack.length > 0 && { stacktrace: { frames: stack } }),
  }
}

/** A frame of a language that names modules: "com.acme.Cart#total". */
export function inModule(place: string, override: Partial<Frame> = {}): Frame {
  const [module = '', name = ''] = place.split('#')
  return { module, ...(name && { function: name }), lineno: 10, in_app: true, ...override }
}

export function eventOf(platform: string, ...values: Exception[]): Event {
  return anEvent({ platform, exception: { values } })
}

/** Whether two events of programs that the grouping was not made for are one bug was decided before it was asked. */
export type Pair = [about: string, verdict: 'one' | 'two', a: Event, b: Event]

/** One bug or two, and the keys that say so. */
export function judgePair(a: Event, b: Event): { verdict: Pair[1]; keys: string } {
  const [left, right] = [groupEvent(a), groupEvent(b)]
  const isOne = Buffer.compare(left.hash, right.hash) === 0
  return { verdict: isOne ? 'one' : 'two', keys: `${keyOf(left)}\n${keyOf(right)}` }
}

function keyOf({ tier, parts }: ReturnType<typeof groupEvent>): string {
  return [tier, ...parts.map(({ name, value }) => `${name}=${value}`)].join(' ; ')
}
