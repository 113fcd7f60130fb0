import type { Event } from '../event/event.ts'
import { chainKey, type ChainKey } from './chain/chain-key.ts'
import { clientKey } from './client-fingerprint.ts'
import { GROUPING_VERSION, type Grouping, type Key } from './grouping.ts'
import { hashParts } from './hash-parts.ts'
import { exceptionHeading, stackHeading, type Heading } from './heading.ts'
import { emptyKey, messageKey, readThread, threadKey } from './message-key.ts'
import { messageText } from './message-text.ts'
import { readReport } from './report-key.ts'
import { judgeFrames } from './rules/judge-frames.ts'
import { applyKeyRules } from './rules/key-rules.ts'
import { matchingOf } from './rules/match-event.ts'
import { hasRules, noRules, type GroupingRules } from './rules/rule.ts'
import { shortenPart } from './shorten-part.ts'
import { readSignature } from './signature.ts'

/**
 * Decides which issue an event belongs to, and says why. One bug is one issue: the key is the place in our own
 * code where it happened and the constant part of its message, not the whole stack, which differs by caller,
 * browser and depth of recursion. The strongest thing known about an event decides; see Tier.
 */
export function groupEvent(event: Event, rules: GroupingRules = noRules): Grouping {
  const read = readEvent(event)
  const unruled = describeGrouping(clientKey(event, read.key) ?? read.key, read)
  if (!hasRules(rules)) return unruled
  const ruled = groupByRules(event, rules, read)
  if (ruled === undefined) return unruled
  const isSame = Buffer.compare(ruled.hash, unruled.hash) === 0
  return isSame ? ruled : { ...ruled, unruledHash: unruled.hash }
}

interface ReadEvent {
  key: Key
  heading: Heading
  /** The exceptions of the title and of the culprit. */
  told?: Pick<ChainKey, 'titled' | 'placed'>
}

/** Undefined when no rule is about this event. */
function groupByRules(event: Event, rules: GroupingRules, unruled: ReadEvent): Grouping | undefined {
  const matching = matchingOf(event)
  const judged = judgeFrames(event, rules, matching)
  const read = judged === event ? unruled : readEvent(judged)
  const { computed, decided } = applyKeyRules(event, rules, read.key, matching)
  if (judged === event && computed === read.key && decided === undefined) return undefined
  return describeGrouping(decided ?? clientKey(event, computed) ?? computed, read)
}

function describeGrouping(key: Key, { key: computed, heading, told }: ReadEvent): Grouping {
  return {
    version: GROUPING_VERSION,
    tier: key.tier,
    hash: hashParts(key),
    parts: key.parts.map(shortenPart),
    ...heading,
    // Who sets a fingerprint has decided; nothing is to be noticed or suggested there.
    ...(told && key === computed && readSignature(told.titled, told.placed, key.tier)),
  }
}

function readEvent(event: Event): ReadEvent {
  const report = readReport(event)
  if (report) return report
  const chain = hasException(event) ? chainKey(event) : undefined
  if (chain) {
    const { key, titled, placed } = chain
    return { key, heading: exceptionHeading(event, titled, placed), told: chain }
  }
  const message = messageText(event)
  const thread = readThread(event)
  if (thread && (message === '' || hasCrashed(event))) {
    return {
      key: threadKey(event, message, thread),
      heading: stackHeading(event, message || 'Crash', thread),
    }
  }
  const key = message === '' ? emptyKey(event) : messageKey(event)
  return { key, heading: stackHeading(event, message || 'Empty event', thread) }
}

/**
 * A crash says more than the words around it; a message that merely brought its stack along is a message. The Java
 * SDK calls the thread of every message crashed, so the level must say so too.
 */
function hasCrashed(event: Event): boolean {
  return event.level === 'fatal' && (event.threads?.values.some((thread) => thread.crashed) ?? false)
}

/** A synthetic exception without a type is how newer JavaScript SDKs send a plain message. */
function hasException(event: Event): boolean {
  const captured = event.exception?.values.at(-1)
  if (!captured) return false
  if (captured.type) return true
  const isMessage = captured.mechanism?.synthetic === true || captured.stacktrace === undefined
  return !isMessage || (event.exception?.values.length ?? 0) > 1
}
