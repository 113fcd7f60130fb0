import type { Call } from '../frames/call.ts'
import type { Stack } from '../frames/read-stack.ts'
import type { SkippedFrame } from '../grouping.ts'
import { quoteRule } from '../rules/rule.ts'
import { isHelperCall } from './helper-names.ts'

/** The innermost call of our own code: the one place that all ways to a bug share. */
export function findSite(stack: Stack): Call | undefined {
  return stack.calls.find((call) => call.origin === 'app')
}

/** Who called a helper: the next of our calls that is not a helper itself, else the next other one. */
export function findCaller(stack: Stack, site: Call): Call | undefined {
  const outer = stack.calls
    .slice(stack.calls.indexOf(site) + 1)
    .filter((call) => call.origin === 'app' && !(call.name === site.name && call.module === site.module))
  return outer.find((call) => call.name !== '' && !isHelperCall(call)) ?? outer[0]
}

export function framesInside(stack: Stack, site: Call): SkippedFrame[] {
  const inside = stack.calls.slice(0, stack.calls.indexOf(site))
  return [...inside.map((call) => ({ frame: call.index, why: whyForeign(call) })), ...stack.skipped]
}

function whyForeign(call: Call): string {
  const owner = call.frame.verdict?.owner
  return owner ? `not the application’s code by ${quoteRule(owner.rule)}` : WHY_FOREIGN[call.origin]
}

const WHY_FOREIGN = {
  app: 'the application’s own code',
  outside: 'the SDK says that it is not the application’s code',
  library: 'code of an installed library',
  runtime: 'code of the language or the browser itself',
}
