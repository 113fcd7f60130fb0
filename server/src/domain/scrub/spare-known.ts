import { isRecurring } from '../event/recurring.ts'
import type { Rules } from './rules.ts'
import type { Walk } from './walk.ts'

/** What comes again and holds nothing to remove, by what is looked for. */
const nothingIn = new WeakMap<Rules, WeakSet<object>>()

/** Scrubs what comes again only until it is known that nothing is to be removed from it. */
export function spareKnown<Value extends object>(
  value: Value,
  { rules }: Walk,
  scrub: (value: Value) => Value,
): Value {
  if (!isRecurring(value)) return scrub(value)
  const clean = nothingIn.get(rules) ?? new WeakSet()
  nothingIn.set(rules, clean)
  if (clean.has(value)) return value
  const scrubbed = scrub(value)
  if (scrubbed === value) clean.add(value)
  return scrubbed
}
