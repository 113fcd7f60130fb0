import type { AttachmentRecord } from '../../store/attachments.ts'
import type { Outcome } from '../../store/count-outcomes.ts'
import type { FeedbackRecord } from '../../store/feedback.ts'
import type { EventRecord } from '../../store/recorder/event-record.ts'
import type { RefusalRecord } from '../../store/refusals.ts'
import type { SessionRecord } from '../../store/sessions.ts'
import type { Answer } from '../arrival.ts'
import type { OutcomeSource } from '../outcome-of.ts'

/** What an arrival holds: what to record, what to count, and the answer once all of it is safe. */
export interface Decoded extends Kept {
  source: OutcomeSource
  /** Examples of what is not kept. */
  refusals: RefusalRecord[]
  answer: Answer
}

/** What is left of items: records are counted as accepted when they are new, all else here. */
export interface Kept {
  events: EventRecord[]
  attachments: AttachmentRecord[]
  feedback: FeedbackRecord[]
  sessions: SessionRecord[]
  outcomes: Outcome[]
}

export interface DecodeLimits {
  envelopeBytes: number
  eventBytes: number
  attachmentBytes: number
  items: number
  headerLineBytes: number
}
