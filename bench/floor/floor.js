// FLOOR: the least that stores an event before it says so. This thread reads requests and hands bodies to one worker,
// which commits them; the answers go out after the commit. No keys, no limits, no cleaning, no scrubbing, no tags.
import { createServer } from 'node:http'
import { Worker } from 'node:worker_threads'

/** @typedef {{ bodies: Uint8Array<ArrayBuffer>, lengths: number[] }} Batch */

const largestBatch = 500
const batchesUnderway = 2
const largestBody = 20 * 1024 * 1024

/** @type {{ body: Buffer, answer: () => void }[]} */
const waiting = []
/** @type {(() => void)[][]} */
const underway = []
const worker = new Worker(new URL('floor-worker.js', import.meta.url), { workerData: process.argv[2] })

worker.once('message', serve)

function handOver() {
  if (waiting.length === 0 || underway.length === batchesUnderway) return
  const taken = waiting.splice(0, largestBatch)
  const bodies = new Uint8Array(taken.reduce((sum, { body }) => sum + body.length, 0))
  let at = 0
  for (const { body } of taken) {
    bodies.set(body, at)
    at += body.length
  }
  underway.push(taken.map(({ answer }) => answer))
  /** @type {Batch} */
  const batch = { bodies, lengths: taken.map(({ body }) => body.length) }
  worker.postMessage(batch, [bodies.buffer])
}

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = []
  let bytes = 0
  request.on('data', (/** @type {Buffer} */ chunk) => {
    bytes += chunk.length
    if (bytes > largestBody) request.destroy()
    else chunks.push(chunk)
  })
  request.on('end', () => {
    waiting.push({ body: Buffer.concat(chunks), answer: () => response.end('{}') })
    handOver()
  })
})

/** Once the worker says that its file is open. */
function serve() {
  worker.on('message', () => {
    for (const answer of underway.shift() ?? []) answer()
    handOver()
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`)
  })
}
process.once('SIGTERM', () => process.exit(0))
