import type { Event } from '../../../lib/api.ts'

import classes from './stack-trace.module.css'

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
  return (
    // A long line scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.raw} tabIndex={0}>
      {[`${type}: ${value}`, ...lines].join('\n')}
    </pre>
  )
}
