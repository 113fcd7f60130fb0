/** The client under test, set up as its guide says. */
const Sentry = require(process.env['CLIENT'] ?? '')

Sentry.init({
  dsn: process.env['DSN'],
  release: 'shop@1.4.2',
  environment: 'staging',
  enableLogs: true,
  _experiments: { enableLogs: true },
})

/** Prints whether everything that was captured reached the server. */
async function finish() {
  process.stdout.write(`flushed: ${await Sentry.flush(30_000)}\n`)
}

module.exports = { Sentry, finish }
