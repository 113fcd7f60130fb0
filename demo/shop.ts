import * as Mishap from '@mishap/sdk'
import { errorView, requestContext } from '@mishap/sdk/express'
import express from 'express'
import { findDsn } from './find-dsn.ts'
import { readForm } from './read-form.ts'
import { accountRoutes } from './routes/account.ts'
import { cartRoutes } from './routes/cart.ts'
import { checkoutRoutes } from './routes/checkout.ts'
import { stockRoutes } from './routes/stock.ts'
import { servePage } from './serve-page.ts'

const port = Number(process.env['DEMO_PORT'] ?? 8090)
const dsn = findDsn()

// Everything that the shop does for its errors: this line, and two in the app below.
Mishap.init({ dsn, release: 'shop@1.4.2', environment: 'demo' })

const app = express()
app.use(requestContext())
app.use(readForm())
app.use(servePage(dsn))
app.use(cartRoutes())
app.use(checkoutRoutes())
app.use(accountRoutes())
app.use(stockRoutes())
app.use(errorView())

const server = app.listen(port, (error) => {
  if (error !== undefined) throw error
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  process.stdout.write(
    `The shop is open at http://localhost:${actual} and reports to ${new URL(dsn).origin}\n`,
  )
})
