import { readTime } from '../../domain/event/normalise-time.ts'

/** When the client says it sent the envelope, epoch milliseconds. A bad header is dropped, the envelope kept. */
export function readSentAt(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? readTime(value) : undefined
}
