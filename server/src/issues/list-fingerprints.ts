import * as z from 'zod'
import { fingerprintPart, type Fingerprint } from '../contract/index.ts'
import { listFingerprints, type ListedFingerprint } from '../store/fingerprint-list.ts'
import type { Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'

const storedParts = z.array(fingerprintPart)

export async function answerFingerprints(
  reader: Reader,
  issueName: string,
): Promise<{ items: Fingerprint[] }> {
  const { key } = await findNamedIssue(reader, issueName)
  return { items: (await listFingerprints(reader, key)).map(fingerprintOf) }
}

function fingerprintOf({ fingerprint, hashes, stacks }: ListedFingerprint): Fingerprint {
  return {
    number: fingerprint.number,
    binding: fingerprint.binding,
    title: fingerprint.title,
    culprit: fingerprint.culprit,
    count: fingerprint.event_count,
    firstSeen: isoTime(fingerprint.first_seen),
    lastSeen: isoTime(fingerprint.last_seen),
    hashes: hashes.map(({ hash, version, tier, parts, created_at }) => ({
      hash: hash.toString('hex'),
      version,
      tier,
      parts: storedParts.parse(JSON.parse(parts)),
      createdAt: isoTime(created_at),
    })),
    fuse: fuseOf(stacks),
  }
}

/** Usually one code path; a rule may have brought several together. */
function fuseOf(stacks: ListedFingerprint['stacks']): Fingerprint['fuse'] {
  const full = stacks.filter((stack) => stack.attached_count > 0 || stack.fuse === 'off')
  if (full.length === 0) return null
  return {
    state: full.some((stack) => stack.fuse === 'on') ? 'on' : 'off',
    templates: Math.max(...full.map((stack) => stack.template_count)),
    attached: full.reduce((sum, stack) => sum + stack.attached_count, 0),
  }
}

function isoTime(time: number): string {
  return new Date(time).toISOString()
}
