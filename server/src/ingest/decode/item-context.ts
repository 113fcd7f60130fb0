import type { ProjectSettings } from '../../domain/project-settings.ts'
import type { Arrival } from '../arrival.ts'
import type { DecodeLimits } from './decoded.ts'
import type { Room } from './room.ts'

/** What an item is read with besides its own bytes. */
export interface ItemContext {
  arrival: Arrival
  limits: DecodeLimits
  settings: ProjectSettings
  /** 32 lower-case hex digits: of the event that the envelope is about, where it says so. */
  eventId: string | undefined
  /** The same where no event came along: then the envelope is about its feedback, and so are its files. */
  feedbackId: string | undefined
  /** For an event that has no id of its own. */
  fallbackEventId: string
  /** When the client says it sent the envelope, epoch milliseconds. */
  sentAtMs: number | undefined
  /** What the envelope may still bring. */
  room: Room
}
