import { createHash } from 'node:crypto'

/** 16 bytes that tell texts apart, such as what identifies users, without keeping them. */
export function shortHash(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16)
}
