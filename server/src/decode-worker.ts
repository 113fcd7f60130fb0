import { parentPort, workerData } from 'node:worker_threads'
import { decodeArrival } from './ingest/decode/decode-arrival.ts'
import type { Decoded, DecodeLimits } from './ingest/decode/decoded.ts'
import type { LargeArrival } from './ingest/digest/large-decoder.ts'

if (parentPort === null) throw new Error('The decode worker is started by the digest worker, as a thread.')
const port = parentPort
// What the digest worker gave to `new Worker`.
const limits = workerData as DecodeLimits

port.on('message', ({ arrival, settings }: LargeArrival) => {
  const decoded = withOwnBytes(decodeArrival(arrival, limits, settings))
  port.postMessage(
    decoded,
    decoded.attachments.map(({ content }) => content.buffer),
  )
})

/** Each file in memory of its own, so that it is handed over instead of copied; and without the body that it came in. */
function withOwnBytes(decoded: Decoded) {
  const { projectId, publicKey, clientName, receivedAtMs, headers } = decoded.source
  return {
    ...decoded,
    source: { projectId, publicKey, clientName, receivedAtMs, headers },
    // Of an error not all may be handed over.
    failures: decoded.failures.map((error) => (error instanceof Error ? error.stack : String(error))),
    attachments: decoded.attachments.map((record) => ({
      ...record,
      content: new Uint8Array(record.content),
    })),
  }
}
