import * as z from 'zod'
import { fingerprintPart, type Fingerprint } from '../contract/index.ts'
import { listFingerprints } from '../store/fingerprint-list.ts'
import type { Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'

const storedParts = z.array(fingerprintPart)

export async function answerFingerprints(
  reader: Reader,
  issueName: string,
): Promise<{ items: Fingerprint[] }> {
  const { key } = await findNamedIssue(reader, issueName)
  const rows = await listFingerprints(reader, key)
  const items = rows.map(({ hash, version, tier, parts, created_at: createdAt }) => ({
    hash: hash.toString('hex'),
    version,
    tier,
    parts: storedParts.parse(JSON.parse(parts)),
    createdAt: new Date(createdAt).toISOString(),
  }))
  return { items }
}
