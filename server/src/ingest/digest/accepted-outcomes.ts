import type { Outcome } from '../../store/count-outcomes.ts'
import type { Decoded } from '../decode/decoded.ts'
import { outcomeOf } from '../outcome-of.ts'

/**
 * What a request had accepted, without what is in the store already: a duplicate is answered like the first, but counts
 * nowhere, also not as refused. Sessions are counted where they are decoded, since nothing tells one that is told again.
 */
export function acceptedOutcomes(decoded: Decoded, isNew: (record: object) => boolean): Outcome[] {
  const { source, attachments, feedback } = decoded
  const events = decoded.events.filter(isNew)
  const quantities: [category: string, quantity: number][] = [
    ['error', events.filter(({ category }) => category === 'error').length],
    ['security', events.filter(({ category }) => category === 'security').length],
    ['attachment', attachments.filter(isNew).length],
    ['feedback', feedback.filter(isNew).length],
  ]
  return quantities.flatMap(([category, quantity]) =>
    quantity === 0 ? [] : [{ ...outcomeOf(source, 'accepted', category, ''), quantity }],
  )
}
