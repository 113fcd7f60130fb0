import type { Call } from './call.ts'
import type { Stack } from './read-stack.ts'

const WRAPPER_NAMES = new Set(['', 'apply', 'call', 'fetch', 'instrumentFetch', 'wrappedFetch'])

/**
 * SDKs and other scripts put functions of their own around fetch(), which are bundled with the application: where a
 * request fails, those in front of the first real name are not ours, and other ones in the SDK's next version.
 */
export function withoutFetchWrappers(stack: Stack): Stack {
  const first = stack.calls.findIndex((call) => call.origin === 'app' && !WRAPPER_NAMES.has(call.name))
  if (first <= 0) return stack
  const isWrapper = (call: Call): boolean => call.origin === 'app'
  const wrappers = stack.calls.slice(0, first).filter(isWrapper)
  if (wrappers.length === 0) return stack
  return {
    ...stack,
    calls: stack.calls.filter((call, index) => index >= first || !isWrapper(call)),
    skipped: [
      ...wrappers.map(({ index }) => ({ frame: index, why: 'a function around fetch()' })),
      ...stack.skipped,
    ],
  }
}
