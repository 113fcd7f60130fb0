import type { Outcome } from '../../store/count-outcomes.ts'
import type { Decoded } from '../decode/decoded.ts'
import { outcomeOf } from '../outcome-of.ts'

/** What a request had accepted, without what is in the store already: a duplicate is answered like the first, but counts nowhere. */
export function acceptedOutcomes(decoded: Decoded, isNew: (record: object) => boolean): Outcome[] {
  const { source, events, attachments, feedback, sessions } = decoded
  const quantities: [category: string, quantity: number][] = [
    ['error', events.filter(isNew).length],
    ['attachment', attachments.filter(isNew).length],
    ['feedback', feedback.filter(isNew).length],
    ['session', sessions.reduce((sum, { started }) => sum + started, 0)],
  ]
  return quantities.flatMap(([category, quantity]) =>
    quantity === 0 ? [] : [{ ...outcomeOf(source, 'accepted', category, ''), quantity }],
  )
}
