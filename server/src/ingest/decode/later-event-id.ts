import { createHash } from 'node:crypto'

/** For an event that shares what it came in with others: the same again when the same is sent again. */
export function laterEventId(firstEventId: string, position: number): string {
  return createHash('sha256').update(`${firstEventId} ${position}`).digest('hex').slice(0, 32)
}
