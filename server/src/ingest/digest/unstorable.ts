import type { Outcome } from '../../store/count-outcomes.ts'
import type { Decoded } from '../decode/decoded.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalOf } from '../refusals/refusal-of.ts'

/** The same request with nothing of it kept, and all of it counted as refused: a mistake of ours that shows in storing. */
export function unstorable(decoded: Decoded): Decoded {
  const refusal = new Refusal(400, 'It could not be stored as it is; why is in the log of the server.')
  const { source, events, attachments, feedback, outcomes } = decoded
  const categories = [
    ...events.map(({ category }) => category),
    ...attachments.map(() => 'attachment'),
    ...feedback.map(() => 'feedback'),
  ]
  const refused = [
    ...categories.map((category) => outcomeOf(source, 'invalid', category, refusal.reason)),
    ...outcomes.map((one): Outcome => {
      return one.outcome === 'accepted' ? { ...one, outcome: 'invalid', reason: refusal.reason } : one
    }),
  ]
  const [category = 'default'] = refused
    .filter(({ outcome }) => outcome === 'invalid')
    .map((one) => one.category)
  return {
    ...decoded,
    events: [],
    attachments: [],
    feedback: [],
    sessions: [],
    outcomes: refused,
    refusals: [...decoded.refusals, refusalOf(source, 'invalid', category, refusal)],
    answer: { status: 400, body: { detail: refusal.message } },
  }
}
