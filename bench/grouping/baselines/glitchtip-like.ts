import type { Event } from '../../../server/src/domain/event/event.ts'
import { capturedOf, framesInApp, titleOf } from './captured.ts'

/** The title as it is, with what the event says it was doing: its culprit, its transaction, or its innermost frame. */
export function glitchtipLike(event: Event): string {
  return JSON.stringify([titleOf(event), culpritOf(event)])
}

function culpritOf(event: Event): string {
  const named = event.culprit ?? event.transaction
  if (named !== undefined) return named
  const captured = capturedOf(event)
  const innermost = framesInApp(captured ? [captured] : []).at(-1)
  if (innermost === undefined) return ''
  const { module, filename, function: name } = innermost
  return event.platform === 'javascript' ? `${name}(${module ?? filename})` : `${module} in ${name}`
}
