import { setTimeout as sleep } from 'node:timers/promises'
import * as Mishap from '@mishap/sdk'
import { Router } from 'express'
import { connectToWarehouse } from '../database.ts'

class PaymentDeclined extends Error {
  override readonly name = 'PaymentDeclined'
}

class PaymentTimeout extends Error {
  override readonly name = 'PaymentTimeout'
}

export function checkoutRoutes(): Router {
  const router = Router()

  // A cause inside a cause.
  router.get('/checkout/:id', async (request, response) => {
    Mishap.setTag('step', 'payment')
    Mishap.addBreadcrumb({ category: 'payment', message: `charging order ${request.params.id}` })
    response.json(await charge(request.params.id))
  })

  // Every provider fails in its own way.
  router.get('/providers', async () => {
    await Promise.any([provider('north', 'refused the card'), provider('south', 'is closed')])
  })

  // Too slow, and given up.
  router.get('/slow', async () => {
    await Promise.race([sleep(60_000, undefined, { ref: false }), giveUp(20)])
  })

  // Nobody waits for this promise: it is reported by hand.
  router.get('/receipt/:id', (request, response) => {
    sendReceipt(request.params.id).catch((error: unknown) => Mishap.captureException(error))
    response.json({ queued: true })
  })
  return router
}

async function charge(orderId: string): Promise<never> {
  try {
    return await connectToWarehouse()
  } catch (cause) {
    throw new PaymentDeclined(`Payment for order ${orderId} was declined`, { cause })
  }
}

async function provider(name: string, reason: string): Promise<never> {
  await sleep(1)
  throw new Error(`Provider ${name} ${reason}`)
}

async function giveUp(ms: number): Promise<never> {
  await sleep(ms)
  throw new PaymentTimeout(`The payment provider did not answer within ${ms} ms`)
}

async function sendReceipt(orderId: string): Promise<void> {
  await sleep(1)
  throw new RangeError(`Receipt ${orderId} is longer than the printer's paper`)
}
