import { hash } from 'node:crypto'
import type { Key } from './grouping.ts'

/**
 * SHA-1 is for spreading, not for secrecy; 16 bytes of it keep the index small.
 */
export function hashParts(key: Key): Uint8Array {
  return new Uint8Array(hash('sha1', keyText(key), 'buffer').subarray(0, 16))
}

/**
 * A key as one text. Every piece is preceded by its length: without that, ("ab", "c") and ("a", "bc") would be
 * one group.
 */
export function keyText(key: Key): string {
  let text = prefixed(key.tier)
  for (const part of key.parts) text += prefixed(part.name) + prefixed(part.value)
  return text
}

function prefixed(text: string): string {
  return `${text.length}:${text}`
}
