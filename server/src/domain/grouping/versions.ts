import type { Event } from '../event/event.ts'
import { groupEvent } from './group-event.ts'
import type { FingerprintPart, Grouping, Tier } from './grouping.ts'

/**
 * Every version that has ever grouped stored events, newest first. A new version is a copy of what it replaces, which
 * stays as it was: golden tests hold its hashes.
 */
export const GROUPING_VERSIONS: { version: number; group: (event: Event) => Grouping }[] = [
  { version: 1, group: groupEvent },
]

export interface OlderFingerprint {
  version: number
  tier: Tier
  hash: Uint8Array
  parts: FingerprintPart[]
}

/**
 * What older versions would have grouped an event by, newest first. Asked only when the newest hash is unknown: an
 * issue that an older version made is found again, so that no update of the grouping splits it.
 */
export function olderFingerprints(event: Event): OlderFingerprint[] {
  return GROUPING_VERSIONS.slice(1).map(({ group }) => {
    const { version, tier, hash, parts } = group(event)
    return { version, tier, hash, parts }
  })
}
