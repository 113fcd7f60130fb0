import type { Event } from '../event.ts'

/** Builders for the tests of this folder. */
export function anEvent(override: Partial<Event> = {}): Event {
  return {
    event_id: '0123456789abcdef0123456789abcdef',
    timestamp: '2026-01-02T03:04:05.000Z',
    received: '2026-01-02T03:04:05.000Z',
    type: 'error',
    level: 'error',
    platform: 'node',
    ...override,
  }
}
