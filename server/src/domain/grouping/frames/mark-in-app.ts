import type { Event, Frame, Stacktrace } from '../../event/event.ts'
import { languageOf } from './languages/index.ts'
import { readOrigin, type Origin } from './origin.ts'

/** The event with our decision in every frame's in_app, which is what the grouping goes by. Does not change its input. */
export function markInApp(event: Event): Event {
  const marked = { ...event }
  if (event.exception) {
    marked.exception = { values: event.exception.values.map((value) => markStack(value, event.platform)) }
  }
  if (event.threads) {
    marked.threads = { values: event.threads.values.map((thread) => markStack(thread, event.platform)) }
  }
  return marked
}

function markStack<T extends { stacktrace?: Stacktrace }>(owner: T, platform: string): T {
  const frames = owner.stacktrace?.frames
  if (!frames) return owner
  const origins = frames.map((frame) => readOrigin(frame, languageOf(frame.platform ?? platform)))
  const ours: Origin = origins.includes('app') ? 'app' : 'outside'
  const marked = frames.map((frame, index): Frame => ({ ...frame, in_app: origins[index] === ours }))
  return { ...owner, stacktrace: { ...owner.stacktrace, frames: marked } }
}
