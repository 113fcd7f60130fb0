/**
 * The stack of whoever called `entry`, for what was captured without one. Our own frames would make all such events
 * look alike: newer engines leave them out themselves. In others' stacks they are the first four: this function, and
 * the work that `entry` does by way of `safely`.
 */
export function stackOfCaller(entry: (...args: never[]) => unknown): string | undefined {
  const holder: { stack?: string } = {}
  if (typeof Error.captureStackTrace === 'function') {
    Error.captureStackTrace(holder, entry)
    return typeof holder.stack === 'string' ? holder.stack : undefined
  }
  const { stack } = new Error('stack')
  if (typeof stack !== 'string') return undefined
  const lines = stack.split('\n')
  // Some write the error above its stack.
  return lines.slice(lines[0] === 'Error: stack' ? 5 : 4).join('\n')
}
