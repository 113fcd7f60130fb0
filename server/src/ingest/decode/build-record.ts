import { eventTags } from '../../domain/event/event-tags.ts'
import type { Event } from '../../domain/event/event.ts'
import { isUnhandled } from '../../domain/event/is-unhandled.ts'
import { userIdentity } from '../../domain/event/user-identity.ts'
import { stringifyEvent } from '../../domain/event/stringify-event.ts'
import { shortHash } from '../../domain/event/short-hash.ts'
import type { Grouping, OlderFingerprint } from '../../domain/grouping/index.ts'
import { sampleKeyOf } from '../../domain/storage/index.ts'
import type { EventRecord, FingerprintRecord } from '../../store/recorder/event-record.ts'
import type { Arrival } from '../arrival.ts'
import { framePath } from './frame-path.ts'

/** The finished event as the recorder takes it. */
export function buildRecord(
  event: Event,
  grouping: Grouping,
  older: OlderFingerprint[],
  arrival: Arrival,
): EventRecord {
  const identity = userIdentity(event)
  const { release, environment } = event
  const chain = grouping.chain && JSON.stringify(grouping.chain)
  return {
    projectId: arrival.projectId,
    eventId: Buffer.from(event.event_id, 'hex'),
    occurredAtMs: Date.parse(event.timestamp),
    receivedAtMs: arrival.receivedAtMs,
    fingerprint: {
      ...fingerprintOf(grouping),
      unruledHash: bytesOf(grouping.unruledHash),
      stackHash: bytesOf(grouping.stack),
      likenessHash: bytesOf(grouping.likeness),
      chain,
    },
    olderFingerprints: older.map(fingerprintOf),
    title: grouping.title,
    type: grouping.type,
    value: grouping.value,
    culprit: grouping.culprit,
    level: event.level,
    platform: event.platform,
    handling: isUnhandled(event) ? 'unhandled' : 'handled',
    release,
    environment,
    userLabel: identity,
    userHash: identity === undefined ? undefined : shortHash(identity),
    tags: eventTags(event),
    sampleKey: sampleKeyOf({
      release,
      environment,
      route: event.transaction,
      path: chain ?? framePath(event),
    }),
    json: stringifyEvent(event),
  }
}

function fingerprintOf({ version, hash, tier, parts }: OlderFingerprint): FingerprintRecord {
  return { version, hash: Buffer.from(hash), tier, parts: JSON.stringify(parts) }
}

function bytesOf(hash: Uint8Array | undefined): Buffer | undefined {
  return hash && Buffer.from(hash)
}
