import { createHash } from 'node:crypto'
import type { Key } from './grouping.ts'

/**
 * Every text is preceded by its length: without that, ("ab", "c") and ("a", "bc") would be one group.
 * SHA-1 is for spreading, not for secrecy; 16 bytes of it keep the index small.
 */
export function hashParts(key: Key): Uint8Array {
  const hash = createHash('sha1').update(prefixed(key.tier))
  for (const part of key.parts) hash.update(prefixed(part.name)).update(prefixed(part.value))
  return new Uint8Array(hash.digest().subarray(0, 16))
}

/** A key as one text, to compare keys without hashing them. */
export function keyText(key: Key): string {
  return prefixed(key.tier) + key.parts.map((part) => prefixed(part.name) + prefixed(part.value)).join('')
}

function prefixed(text: string): string {
  return `${text.length}:${text}`
}
