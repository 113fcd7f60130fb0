import * as Mishap from '@mishap/sdk'
import { errorView, requestContext } from '@mishap/sdk/express'
import express from 'express'
import { findDsn } from './find-dsn.ts'
import { readForm } from './read-form.ts'
import { readPort } from './read-port.ts'
import { accountRoutes } from './routes/account.ts'
import { cartRoutes } from './routes/cart.ts'
import { checkoutRoutes } from './routes/checkout.ts'
import { stockRoutes } from './routes/stock.ts'
import { servePage } from './serve-page.ts'
import { giveUp, StartProblem } from './start-problem.ts'

const { port, dsn } = await readSettings().catch(giveUp)

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
  // Thrown on, it would be an issue of the shop.
  if (error !== undefined)
    giveUp(new StartProblem(`The shop cannot open: ${error.message}. DEMO_PORT sets another port.`))
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  process.stdout.write(
    `The shop is open at http://localhost:${actual} and reports to ${new URL(dsn).origin}\n`,
  )
})

async function readSettings(): Promise<{ port: number; dsn: string }> {
  return { port: readPort(), dsn: await findDsn() }
}
