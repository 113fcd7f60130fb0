import type { Grouping } from '../domain/grouping/index.ts'
import type { LeadingHash } from '../store/regroup-by-rules/lead-hash.ts'

export function leadingHashOf(hash: string, { version, tier, parts }: Grouping): LeadingHash {
  return { version, hash, tier, parts: JSON.stringify(parts) }
}
