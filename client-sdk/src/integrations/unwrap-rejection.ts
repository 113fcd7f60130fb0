import { isObject, readProperty, textOf } from '../read-safely.ts'

/** Node puts a rejection with no error into one of its own, whose long text would be the same for all. */
export function unwrapRejection(error: unknown): unknown {
  if (!isObject(error) || readProperty(error, 'code') !== 'ERR_UNHANDLED_REJECTION') return error
  const [, reason] = /with the reason "([^]*)"\.$/.exec(textOf(readProperty(error, 'message'))) ?? []
  return reason ?? error
}
