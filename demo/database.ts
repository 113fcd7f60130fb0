import { EventEmitter } from 'node:events'

/** As a driver of a database raises it: on a later tick, from its own code, with a code. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

export interface Order {
  id: number
  items: { sku: string; product?: { price: number } }[]
}

const orders = new Map<number, Order>([
  [1, { id: 1, items: [{ sku: 'tea-012', product: { price: 450 } }] }],
  // The product was taken out of the catalogue, the order still has it.
  [2, { id: 2, items: [{ sku: 'cup-001' }] }],
])

export async function findOrder(id: number): Promise<Order | undefined> {
  await nextTick()
  return orders.get(id)
}

/** Fails the way a unique index does. */
export async function insertCustomer(email: string): Promise<void> {
  const connection = new EventEmitter()
  setImmediate(() => {
    const detail = `duplicate key value violates unique constraint "customers_email_key"\nKey (email)=(${email}) exists.`
    connection.emit('failed', new QueryError(detail, '23505'))
  })
  await new Promise((_resolve, reject) => connection.once('failed', reject))
}

export async function connectToWarehouse(): Promise<never> {
  await nextTick()
  throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  })
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
