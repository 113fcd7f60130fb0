import type { AttachmentRecord } from '../../store/attachments.ts'
import type { Outcome } from '../../store/count-outcomes.ts'
import type { RefusalRecord } from '../../store/refusals.ts'
import type { Decoded } from '../decode/decoded.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalOf } from '../refusals/refusal-of.ts'

/** What is told of the files for which their event had no room: that shows only when they are kept. */
export function tellLeftOut(
  { source, attachments }: Decoded,
  leftOut: Set<AttachmentRecord>,
): { outcomes: Outcome[]; refusals: RefusalRecord[] } {
  const quantity = attachments.filter((record) => leftOut.has(record)).length
  if (quantity === 0) return { outcomes: [], refusals: [] }
  const refusal = new Refusal(413, 'The event has 30 attachments already, which is as many as it may have.')
  return {
    outcomes: [{ ...outcomeOf(source, 'invalid', 'attachment', refusal.reason), quantity }],
    refusals: [refusalOf(source, 'invalid', 'attachment', refusal)],
  }
}
