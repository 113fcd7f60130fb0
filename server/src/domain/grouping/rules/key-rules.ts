import { eventTags } from '../../event/event-tags.ts'
import type { Event } from '../../event/event.ts'
import { fillVariables, isDefault } from '../fingerprint-variables.ts'
import type { FingerprintPart, Key } from '../grouping.ts'
import type { Matching } from './match-event.ts'
import { quoteRule, type GroupingRules, type KeyAction, type Rule } from './rule.ts'

/** Five hundred rules with twenty texts each, all filled in, would be megabytes with every event. */
const mostAdded = 100

export interface RuledKey {
  /** The computed key after all rules that add and drop parts. */
  computed: Key
  /** The first fingerprint rule that matches decides, whatever the client says. */
  decided: Key | undefined
}

export function applyKeyRules(
  event: Event,
  { onKeys }: GroupingRules,
  computed: Key,
  matching: Matching,
): RuledKey {
  const matched = onKeys.filter(
    (rule) => matching.matchesEvent(rule.event) && matching.matchesAnyFrame(rule.frame),
  )
  if (matched.length === 0) return { computed, decided: undefined }
  // People know an event's tags from its page, which shows more than the client sent.
  const withTags = { ...event, tags: eventTags(event) }
  const changed = matched.reduce((key, rule) => changeKey(key, rule, withTags), computed)
  const deciding = matched.find(({ action }) => action.kind === 'fingerprint')
  return { computed: changed, decided: deciding && decideKey(deciding, changed, withTags) }
}

function changeKey(key: Key, rule: Rule<KeyAction>, event: Event): Key {
  const { action } = rule
  if (action.kind === 'fingerprint') return key
  if (action.kind === 'drop-part') return dropPart(key, action.name, rule)
  const reason = `Added by ${quoteRule(rule)}.`
  const added = action.entries.map((entry) => ({ name: 'added', value: fillVariables(entry, event), reason }))
  const room = mostAdded - key.parts.filter((part) => part.name === 'added').length
  return { ...key, parts: [...key.parts, ...added.slice(0, room)] }
}

/** What is left out is said in the key, so that it is explained, and so that no other key can equal it by chance. */
function dropPart(key: Key, name: string, rule: Rule<KeyAction>): Key {
  const kept = key.parts.filter((part) => part.name !== name)
  if (kept.length === key.parts.length) return key
  const reason = `This part does not count, by ${quoteRule(rule)}.`
  return { ...key, parts: [...kept, { name: 'dropped', value: name, reason }] }
}

function decideKey(rule: Rule<KeyAction>, computed: Key, event: Event): Key | undefined {
  if (rule.action.kind !== 'fingerprint') return undefined
  const { entries } = rule.action
  // Only `{{ default }}`: the usual grouping, even where the client asks for another.
  if (entries.every(isDefault)) return computed
  return { tier: 'rule', parts: entries.flatMap((entry) => entryParts(entry, event, computed, rule)) }
}

function entryParts(entry: string, event: Event, computed: Key, rule: Rule<KeyAction>): FingerprintPart[] {
  if (isDefault(entry)) {
    const reason = `The usual grouping stands here, by ${quoteRule(rule)}.`
    return [{ name: 'default', value: computed.tier, reason }, ...computed.parts]
  }
  return [{ name: 'fingerprint', value: fillVariables(entry, event), reason: `Set by ${quoteRule(rule)}.` }]
}
