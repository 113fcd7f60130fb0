import type { Call } from '../frames/call.ts'

const MAX_SOURCE_LINE = 200

/**
 * A call as text. Nameless functions are told apart by their source line, except in browsers, whose engines
 * put the same error on different lines of one statement: there the line counts only when `mayUseSource`.
 */
export function describeCall(call: Call, mayUseSource: boolean): string {
  if (call.name !== '') return `${call.module}#${call.name}`
  const source = mayUseSource
    ? call.frame.context_line?.slice(0, MAX_SOURCE_LINE).replace(/\s+/g, ' ').trim()
    : ''
  return source ? `${call.module}#\`${source}\`` : `${call.module}#anonymous`
}
