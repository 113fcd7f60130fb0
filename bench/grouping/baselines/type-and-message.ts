import type { Event } from '../../../server/src/domain/event/event.ts'
import { capturedOf } from './captured.ts'

export function typeAndMessage(event: Event): string {
  const captured = capturedOf(event)
  return JSON.stringify(captured ? [captured.type, captured.value] : [event.logentry?.formatted])
}
