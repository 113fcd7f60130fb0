import type { Event } from '../../../server/src/domain/event/event.ts'
import { capturedOf, framesInApp, placeOf } from './captured.ts'
import { typeAndMessage } from './type-and-message.ts'

/** The type and the place in our code where the captured exception was raised; the message where there is none. */
export function innermostFrame(event: Event): string {
  const captured = capturedOf(event)
  const innermost = framesInApp(captured ? [captured] : []).at(-1)
  return innermost ? JSON.stringify([captured?.type, placeOf(innermost)]) : typeAndMessage(event)
}
