const { Sentry, finish } = require('./start.cjs')
const express = require('express')

const app = express()
// Since 8 the client hooks itself into Express; 7 has two middlewares.
if (Sentry.Handlers !== undefined) app.use(Sentry.Handlers.requestHandler())
app.get('/orders/:number', function showOrder(request) {
  throw new TypeError(`no order ${request.params.number}`)
})
if (Sentry.Handlers === undefined) Sentry.setupExpressErrorHandler(app)
else app.use(Sentry.Handlers.errorHandler())
app.use(
  /** @type {import('express').ErrorRequestHandler} */ (
    (_error, _request, response, _next) => {
      response.status(500).send('oops')
    }
  ),
)

const server = app.listen(0, () => void visit())

async function visit() {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const response = await fetch(`http://localhost:${port}/orders/7?page=2`, { headers: { 'x-shop': 'north' } })
  process.stdout.write(`replied: ${response.status}\n`)
  server.close()
  await finish()
}
