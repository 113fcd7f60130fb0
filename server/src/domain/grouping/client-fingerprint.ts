import type { Event } from '../event/event.ts'
import type { FingerprintPart, Key } from './grouping.ts'
import { fillVariables, isDefault } from './fingerprint-variables.ts'

/** Sent by a bug or an attacker, a list may be long; its first entries are the ones that were meant. */
const MAX_ENTRIES = 100

/**
 * What an SDK says about grouping decides: constants count as they are, never masked; {{ default }} is replaced
 * by what we would have grouped by, so that an event can be split further without giving up the rest.
 */
export function clientKey(event: Event, computed: Key): Key | undefined {
  const entries = event.fingerprint?.slice(0, MAX_ENTRIES) ?? []
  if (entries.every(isDefault)) return undefined
  return { tier: 'client', parts: entries.flatMap((entry) => entryParts(entry, event, computed)) }
}

function entryParts(entry: string, event: Event, computed: Key): FingerprintPart[] {
  if (isDefault(entry)) {
    const reason = 'The client asks for the usual grouping here.'
    return [{ name: 'default', value: computed.tier, reason }, ...computed.parts]
  }
  const value = fillVariables(entry, event)
  const reason =
    value === entry
      ? 'The client set this fingerprint.'
      : `The client set this fingerprint: ${entry.slice(0, 200)}`
  return [{ name: 'client', value, reason }]
}
