import type { Order } from './database.ts'

/** In cents. Assumes that every item still has its product, which is the bug that three routes reach. */
export function totalOf(order: Order): number {
  return order.items.map(priceOf).reduce((sum, price) => sum + price, 0)
}

function priceOf(item: Order['items'][number]): number {
  const { product } = item as Required<typeof item>
  return product.price
}
