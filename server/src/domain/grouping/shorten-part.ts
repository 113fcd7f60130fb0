import type { FingerprintPart } from './grouping.ts'
import { hashPieces } from './hash-parts.ts'

const MAX_VALUE = 2_000

/**
 * A part as it is kept with its hash, which is made from the whole of it: a client may send megabytes. What stands
 * behind the cut still tells two of them apart when they are compared.
 */
export function shortenPart(part: FingerprintPart): FingerprintPart {
  const { value } = part
  if (value.length <= MAX_VALUE) return part
  const digest = Buffer.from(hashPieces([value]))
    .toString('hex')
    .slice(0, 8)
  return { ...part, value: `${value.slice(0, MAX_VALUE)}… ${digest}` }
}
