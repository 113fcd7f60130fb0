import type { ReadException } from './exception/read-exception.ts'
import type { Call } from './frames/call.ts'
import type { Grouping, Tier } from './grouping.ts'
import { hashPieces } from './hash-parts.ts'
import { describeCall } from './site/describe-site.ts'
import { isMinified, isUnmangled } from './site/minified.ts'

/** The deepest stack that is compared; what is further out decides nothing. */
const MAX_CHAIN = 60

/** One surviving name of a minified stack, such as a click handler's, is shared by too many errors to mean one path. */
const FEWEST_SURVIVING = 2

/**
 * What is remembered of an event beside its key: not to group by, but to notice later that a code path produces
 * ever new messages, or that two groups are one bug. What happened is told by the exception of the title, also where
 * one around it tells the place: "failed to load" around a deadlock and around a refusal are two errors.
 */
export function readSignature(
  titled: ReadException,
  placed: ReadException,
  tier: Tier,
): Pick<Grouping, 'stack' | 'likeness' | 'chain'> {
  const calls = placed.stack.calls.filter((call) => call.origin === 'app').slice(0, MAX_CHAIN)
  const chain = calls.filter(isStable).map((call) => describeCall(call, false))
  const { type, template } = titled
  const likeness = hashPieces([type, template.text])
  const isPath = tier === 'site' || (tier === 'minified' && chain.length >= FEWEST_SURVIVING)
  return { likeness, chain, ...(isPath && chain.length > 0 && { stack: hashPieces([type, ...chain]) }) }
}

/** Mangled names are other ones in the next build. */
function isStable(call: Call): boolean {
  return !isMinified(call) || isUnmangled(call)
}
