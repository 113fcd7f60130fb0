import type { Event } from '../../event/event.ts'
import { scrubEvent } from '../scrub-event.ts'
import { defaultScrubSettings, type ScrubSettings } from '../settings.ts'

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

export function thrown(message: string): Event {
  return anEvent({ exception: { values: [{ type: 'Error', value: message }] } })
}

export function scrub(event: Event, settings: Partial<ScrubSettings> = {}): Event {
  return scrubEvent(event, { ...defaultScrubSettings, ...settings })
}

export function scrubMessage(message: string, settings: Partial<ScrubSettings> = {}): string | undefined {
  return scrub(thrown(message), settings).exception?.values[0]?.value
}
