/**
 * The stack of whoever called `entry`, for what was captured without one. Our own frames would make all such events
 * look alike: V8 leaves them out itself, of other engines' stacks they are the first two.
 */
export function stackOfCaller(entry: (...args: never[]) => unknown): string | undefined {
  const holder: { stack?: string } = {}
  if (typeof Error.captureStackTrace === 'function') {
    Error.captureStackTrace(holder, entry)
    return typeof holder.stack === 'string' ? holder.stack : undefined
  }
  const { stack } = new Error('stack')
  return typeof stack === 'string' ? stack.split('\n').slice(2).join('\n') : undefined
}
