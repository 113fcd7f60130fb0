import { hash } from 'node:crypto'

/** 16 bytes that tell texts apart, such as what identifies users, without keeping them. */
export function shortHash(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, 16)
}
