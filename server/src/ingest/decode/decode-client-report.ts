import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { asNumber, asText, asValues, type JsonObject } from '../../domain/event/read-json.ts'
import type { Outcome } from '../../store/count-outcomes.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { Kept } from './decoded.ts'
import type { ItemContext } from './item-context.ts'
import { parseObject } from './parse-item.ts'
import { lossCategory, lossReason } from './loss-words.ts'

const limitBytes = 100 * 1024
/** The DSN is public: nobody loses a million by one line. */
const mostOfEntry = 10_000

/** Lists of a report; those besides the first are of proxies, whose reasons are names of quotas and filters of theirs. */
const lists: [name: string, reason: string | undefined][] = [
  ['discarded_events', undefined],
  ['rate_limited_events', 'ratelimit_backoff'],
  ['filtered_events', 'filtered'],
  ['filtered_sampling_events', 'sample_rate'],
]

/** What a client could not send. */
export function decodeClientReport({ payload }: EnvelopeItem, { arrival, room }: ItemContext): Partial<Kept> {
  const raw = parseObject(payload, limitBytes, 'report')
  const losses = new Map<string, Outcome>()
  for (const [name, listReason] of lists) {
    for (const entry of asValues(raw[name])) {
      const reason = listReason ?? lossReason(asText(entry['reason']))
      const category = lossCategory(asText(entry['category']))
      const key = `${category} ${reason}`
      const loss = losses.get(key) ?? {
        ...outcomeOf(arrival, 'lost_in_client', category, reason),
        quantity: 0,
      }
      loss.quantity += room.takeUpTo('losses', readQuantity(entry))
      losses.set(key, loss)
    }
  }
  return { outcomes: [...losses.values()].filter(({ quantity }) => quantity > 0) }
}

function readQuantity({ quantity }: JsonObject): number {
  const number = asNumber(quantity) ?? 0
  return Number.isInteger(number) && number > 0 ? Math.min(number, mostOfEntry) : 0
}
