import type { Call } from '../frames/call.ts'
import { isHelperCall } from './helper-names.ts'
import { isMinified } from './minified.ts'

/** Whether a call could be on the way to any error: a helper, or a function that nothing is known of. */
export function saysLittle(call: Call): boolean {
  if (isHelperCall(call)) return true
  return isMinified(call) || (call.name === '' && !call.frame.context_line)
}
