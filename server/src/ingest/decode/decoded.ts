import type { Outcome } from '../../store/count-outcomes.ts'
import type { EventRecord } from '../../store/recorder/event-record.ts'
import type { Answer } from '../arrival.ts'

/** What an arrival holds: what to record, what to count, and the answer once both are safe. */
export interface Decoded {
  records: EventRecord[]
  outcomes: Outcome[]
  answer: Answer
}

export interface DecodeLimits {
  envelopeBytes: number
  eventBytes: number
  items: number
  headerLineBytes: number
}
