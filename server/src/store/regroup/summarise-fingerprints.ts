import type { FingerprintRow } from '../fingerprint-row.ts'
import type { Summary } from '../recorder/summary-after.ts'

/** What an issue tells of its fingerprints together; undefined when it has none. */
export function summariseFingerprints(fingerprints: FingerprintRow[]): Summary | undefined {
  if (fingerprints.length === 0) return undefined
  const counted = fingerprints.filter((fingerprint) => fingerprint.event_count > 0)
  const seen = counted.length > 0 ? counted : fingerprints
  const byFirst = seen.toSorted((a, b) => a.first_seen - b.first_seen)
  const byLast = seen.toSorted((a, b) => b.last_seen - a.last_seen)
  return {
    event_count: fingerprints.reduce((sum, fingerprint) => sum + fingerprint.event_count, 0),
    first_seen: byFirst[0]?.first_seen ?? 0,
    last_seen: byLast[0]?.last_seen ?? 0,
    first_release: byFirst.find((fingerprint) => fingerprint.first_release !== null)?.first_release ?? null,
    last_release: byLast.find((fingerprint) => fingerprint.last_release !== null)?.last_release ?? null,
  }
}
