import type { Event, Exception, Frame } from '../../../server/src/domain/event/event.ts'

/** The exception that was captured, which is the outermost of its chain. */
export function capturedOf(event: Event): Exception | undefined {
  return event.exception?.values.at(-1)
}

/** `Type: first line of the message`, as an issue is titled. */
export function titleOf(event: Event): string {
  const captured = capturedOf(event)
  if (captured === undefined) return firstLine(event.logentry?.formatted)
  return [captured.type, firstLine(captured.value)].filter(Boolean).join(': ')
}

/** Of the exceptions, from the cause to the captured one, each with its outermost call first. */
export function framesInApp(exceptions: Exception[]): Frame[] {
  return exceptions.flatMap(({ stacktrace }) => stacktrace?.frames ?? []).filter(({ in_app }) => in_app)
}

export function placeOf({ module, filename, function: name }: Frame): string {
  return `${module ?? filename?.split('/').at(-1)?.toLowerCase()} ${name}`
}

function firstLine(text = ''): string {
  return text.split('\n', 1)[0] ?? ''
}
