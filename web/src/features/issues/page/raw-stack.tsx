import type { Event } from '../../../lib/api.ts'

type Exception = NonNullable<Event['exception']>['values'][number]

/** The stack as plain text, in the form that JavaScript prints. */
export function RawStack({
  exception: { type = 'Error', value = '', stacktrace },
}: {
  exception: Exception
}) {
  const lines = (stacktrace?.frames ?? []).toReversed().map((frame) => {
    const place = [frame.abs_path ?? frame.filename ?? '?', frame.lineno, frame.colno].filter(
      (part) => part !== undefined,
    )
    return `    at ${frame.function ?? '?'} (${place.join(':')})`
  })
  return <pre>{[`${type}: ${value}`, ...lines].join('\n')}</pre>
}
