import type { Event } from '../../domain/event/event.ts'

/** The way through our code to the exception that was captured, as text; empty without frames. */
export function framePath({ exception, threads }: Event): string {
  const stacktrace = exception?.values.at(-1)?.stacktrace ?? threads?.values.at(-1)?.stacktrace
  const ours = stacktrace?.frames.filter((frame) => frame.in_app === true) ?? []
  return ours.map((frame) => `${frame.module ?? frame.filename} ${frame.function}`).join('\n')
}
