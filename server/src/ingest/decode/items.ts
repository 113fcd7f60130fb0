import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { outcomeOf } from '../outcome-of.ts'
import { decodeAttachment } from './decode-attachment.ts'
import { decodeClientReport } from './decode-client-report.ts'
import { decodeEventItem } from './decode-event-item.ts'
import { decodeFeedback, decodeUserReport } from './decode-feedback.ts'
import { decodeSecurityItem } from './decode-security-item.ts'
import { decodeSession } from './decode-session.ts'
import { decodeSessions } from './decode-sessions.ts'
import type { Kept } from './decoded.ts'
import { itemCategory } from './item-category.ts'
import type { ItemContext } from './item-context.ts'

/** Reads one item. Throws a `Refusal` for one that cannot be kept. */
type ItemDecoder = (item: EnvelopeItem, context: ItemContext) => Partial<Kept>

/** What is kept, by the item types of the protocol. */
const decoders = new Map<string, ItemDecoder>([
  ['event', decodeEventItem],
  ['raw_security', decodeSecurityItem],
  ['security', decodeSecurityItem],
  ['attachment', decodeAttachment],
  ['user_report', decodeUserReport],
  ['feedback', decodeFeedback],
  ['session', decodeSession],
  ['sessions', decodeSessions],
  ['client_report', decodeClientReport],
])

/** Items of all other types are counted, never refused: clients send many that matter to other servers only. */
export function decodeItem(item: EnvelopeItem, context: ItemContext): Partial<Kept> {
  const decode = decoders.get(item.headers.type) ?? notKept
  return decode(item, context)
}

const eventTypes = new Set(['event', 'raw_security', 'security'])

/** Whether the item is the event that its envelope is about. */
export function isEventItem({ headers }: EnvelopeItem): boolean {
  return eventTypes.has(headers.type)
}

function notKept(item: EnvelopeItem, { arrival }: ItemContext): Partial<Kept> {
  return { outcomes: [outcomeOf(arrival, 'not_kept', itemCategory(item.headers.type), 'item_type')] }
}
