import type { EventBounds } from '../../domain/event/event-bounds.ts'
import type { AttachmentFile, AttachmentRecord } from '../../store/attachments.ts'
import type { Outcome } from '../../store/count-outcomes.ts'
import type { FeedbackRecord } from '../../store/feedback.ts'
import type { EventRecord } from '../../store/recorder/event-record.ts'
import type { RefusalRecord } from '../../store/refusals.ts'
import type { SessionRecord } from '../../store/sessions-record.ts'
import type { Answer } from '../arrival.ts'
import type { RefusedSource } from '../refusals/refusal-of.ts'

/** What an arrival holds: what to record, what to count, and the answer once all of it is safe. */
export interface Decoded {
  source: RefusedSource
  events: KeptEvent[]
  attachments: AttachmentRecord[]
  feedback: FeedbackRecord[]
  sessions: SessionRecord[]
  outcomes: Outcome[]
  /** Examples of what is not kept. */
  refusals: RefusalRecord[]
  /** Mistakes of ours in reading it. The sender learns that it was not kept; why is for who runs the server. */
  failures: unknown[]
  answer: Answer
}

/** What is left of items. Events, attachments and feedback are counted as accepted when they are new, all else here. */
export interface Kept {
  events: KeptEvent[]
  attachments: AttachmentFile[]
  feedback: FeedbackRecord[]
  sessions: SessionRecord[]
  outcomes: Outcome[]
  filtered: FilteredEvent[]
}

export interface KeptEvent extends EventRecord {
  /** As what it is counted. */
  category: EventCategory
}

export type EventCategory = 'error' | 'security'

/** An event that a filter took out, and with it what belongs to it. */
export interface FilteredEvent {
  eventId: string
  reason: string
}

export interface DecodeLimits extends EventBounds {
  envelopeBytes: number
  eventBytes: number
  attachmentBytes: number
  attachments: number
  attachmentsBytes: number
  reportBytes: number
  inflateRatio: number
  inflateFreeBytes: number
  items: number
  events: number
  sessions: number
  feedback: number
  headerLineBytes: number
}
