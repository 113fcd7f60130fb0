import { Router } from 'express'
import { totalOf } from '../cart.ts'
import { findOrder, type Order } from '../database.ts'

/** Three ways to one bug: the total of an order with a product that is gone. */
export function cartRoutes(): Router {
  const router = Router()
  router.get('/cart/:id', async (request, response) => {
    response.json({ total: totalOf(await orderOf(request.params.id)) })
  })
  router.get('/orders/:id/invoice', async (request, response) => {
    response.send(`To pay: ${totalOf(await orderOf(request.params.id)) / 100} EUR`)
  })
  router.get('/orders/:id/parcel', async (request, response) => {
    const order = await orderOf(request.params.id)
    response.json({ insured: totalOf(order) > 10_000 })
  })
  return router
}

async function orderOf(id: string): Promise<Order> {
  const order = await findOrder(Number(id))
  if (order === undefined) throw new Error(`Order ${id} was not found in the archive`)
  return order
}
