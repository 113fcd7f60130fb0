import type { Event } from '../../../server/src/domain/event/event.ts'
import { framesInApp, placeOf } from './captured.ts'
import { typeAndMessage } from './type-and-message.ts'

/** Every exception of the chain with every frame of our code; the message where there is none. */
export function allFrames(event: Event): string {
  const exceptions = event.exception?.values ?? []
  const frames = framesInApp(exceptions)
  if (frames.length === 0) return typeAndMessage(event)
  return JSON.stringify([exceptions.map(({ type }) => type), frames.map(placeOf)])
}
