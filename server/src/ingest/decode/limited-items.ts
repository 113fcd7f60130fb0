import type { EnvelopeItem } from '@mishap/sdk/protocol'

/** What limits are about. Sessions and what clients say that they lost are small, and are kept. */
const limitedTypes = new Set(['event', 'raw_security', 'security', 'feedback', 'user_report', 'attachment'])

/** Whether the item is left out while a limit is used up. */
export function isLimitedItem({ headers }: EnvelopeItem): boolean {
  return limitedTypes.has(headers.type)
}
