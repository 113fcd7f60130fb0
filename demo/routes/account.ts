import * as Mishap from '@mishap/sdk'
import { Router } from 'express'
import { insertCustomer } from '../database.ts'

export function accountRoutes(): Router {
  const router = Router()
  router.post('/sign-up', async (request, response) => {
    const { email } = request.body as { email?: string }
    Mishap.setUser({ email: email ?? 'unknown' })
    await insertCustomer(email ?? 'ada@example.com')
    response.json({ welcome: true })
  })

  // An endpoint of our own that is given nonsense: reported although the visitor is to blame.
  router.post('/import', (request, response) => {
    const { rows } = request.body as { rows?: string }
    response.json(parseRows(rows ?? '{"sku": "tea-012",}'))
  })
  return router
}

function parseRows(text: string): unknown {
  const rows: unknown = JSON.parse(text)
  return rows
}
