const { createInterface } = require('node:readline')

// Its clock stands still until it is told to go on, so that a limit ends when the test says so.
let now = Date.now()
Date.now = () => now

const { Sentry } = require('./start.cjs')

createInterface({ input: process.stdin }).on('line', (line) => void obey(line))

/** @param {string} line */
async function obey(line) {
  if (line === 'an hour passes') now += 3_600_000
  else Sentry.captureException(new Error(line))
  process.stdout.write(`flushed: ${await Sentry.flush(30_000)}\n`)
}
