import type { Call } from '../frames/call.ts'
import { isHelper } from './helper-names.ts'

/** Source files that nobody serves minified. */
const SOURCE_FILE = /\.(?:tsx?|jsx|vue|svelte|coffee)(?:\?|$)/

/** Nobody writes lines of 500 columns; bundles put their code on the first few. */
export function isMinified(call: Call): boolean {
  const { colno = 0, lineno = 0, filename = '' } = call.frame
  if (colno <= 200 || SOURCE_FILE.test(filename.slice(-100))) return false
  return colno > 500 || lineno <= 3
}

/**
 * Names of methods and properties survive minifying; names of functions and variables become one to three letters,
 * and other ones with every build.
 */
export function isUnmangled(call: Call): boolean {
  return call.name.length >= 4
}

/** The innermost name that was not mangled, and is not one that every program has. */
export function survivingName(calls: Call[]): Call | undefined {
  return calls.find((call) => call.origin === 'app' && isUnmangled(call) && !isHelper(call.name))
}
