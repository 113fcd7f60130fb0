import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { isLimitedCategory } from '../../domain/limits/index.ts'
import { itemCategory } from './item-category.ts'

/** Whether the item is left out while a limit is used up. Sessions and what clients say that they lost are kept. */
export function isLimitedItem({ headers }: EnvelopeItem): boolean {
  return isLimitedCategory(itemCategory(headers.type))
}
