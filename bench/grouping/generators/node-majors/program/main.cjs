const Sentry = require('@sentry/node')
const { scenarios } = require('./scenarios.cjs')

let current = { truth: 'none', case: 'none' }

Sentry.init({
  dsn: process.env.DSN,
  release: process.env.RELEASE,
  beforeSend: (event) => ({ ...event, tags: current }),
})
process.removeAllListeners('uncaughtException')
process.on('uncaughtException', (error) => Sentry.captureException(error, { level: 'fatal' }))

async function main() {
  for (const [name, truth, act] of scenarios) {
    current = { truth, case: name }
    try {
      await act(Sentry)
    } catch (error) {
      Sentry.captureException(error)
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
    await Sentry.flush(2000)
  }
  process.exit(0)
}

main()
