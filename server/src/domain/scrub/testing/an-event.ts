import type { Event } from '../../event/event.ts'
import { anEvent } from '../../event/testing/an-event.ts'
import { scrubEvent } from '../scrub-event.ts'
import { defaultScrubSettings, type ScrubSettings } from '../settings.ts'

export function thrown(message: string): Event {
  return anEvent({ exception: { values: [{ type: 'Error', value: message }] } })
}

export function scrub(event: Event, settings: Partial<ScrubSettings> = {}): Event {
  return scrubEvent(event, { ...defaultScrubSettings, ...settings })
}

export function scrubMessage(message: string, settings: Partial<ScrubSettings> = {}): string | undefined {
  return scrub(thrown(message), settings).exception?.values[0]?.value
}
