import { hash } from 'node:crypto'
import type { Key } from './grouping.ts'

export function hashParts(key: Key): Uint8Array {
  return hashText(keyText(key))
}

/** A list as a hash in which the borders between the pieces count. */
export function hashPieces(pieces: string[]): Uint8Array {
  return hashText(pieces.map(prefixed).join(''))
}

/** SHA-1 is for spreading, not for secrecy; 16 bytes of it keep the index small. */
function hashText(text: string): Uint8Array {
  return new Uint8Array(hash('sha1', text, 'buffer').subarray(0, 16))
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
