import { createHash } from 'node:crypto'

/** Another when the rules change: who saves says on which ones theirs are based. */
export function rulesVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
