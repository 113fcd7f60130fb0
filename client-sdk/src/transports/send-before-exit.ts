import { Worker } from 'node:worker_threads'
import { ownHeader } from '../integrations/node-http.ts'
import { envelopeUrl } from '../protocol/index.ts'
import type { Settings } from '../settings.ts'

const longestWaitMs = 2_000

/** Runs in a thread of its own, since the dying one is blocked: post one after the other, then wake it. */
const deliver = `
const { workerData } = require('node:worker_threads')
const { url, headers, envelopes, signal } = workerData
const { Agent, request } = require(url.startsWith('https:') ? 'node:https' : 'node:http')
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const next = () => {
  const envelope = envelopes.shift()
  if (envelope === undefined) {
    Atomics.store(signal, 0, 1)
    Atomics.notify(signal, 0)
    return
  }
  const posting = request(url, { method: 'POST', agent, headers, timeout: ${longestWaitMs} }, (reply) => reply.resume())
  posting.on('error', () => {})
  posting.on('timeout', () => posting.destroy())
  posting.on('close', next)
  posting.end(envelope)
}
next()
`

/** Blocks until the envelopes are delivered, or two seconds: after this the process is gone. */
export function sendBeforeExit(settings: Settings, envelopes: string[]): void {
  const { target, transport, tunnel } = settings
  if (envelopes.length === 0 || target === undefined) return
  if (transport !== undefined) {
    // Only what it does at once can still be done.
    for (const envelope of envelopes) transport(envelope).catch(() => {})
    return
  }
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const headers = {
    'x-sentry-auth': `Sentry sentry_version=7, sentry_key=${target.publicKey}, sentry_client=mishap.node`,
    [ownHeader]: '1',
  }
  const worker = new Worker(deliver, {
    eval: true,
    workerData: { url: tunnel ?? envelopeUrl(target), headers, envelopes, signal },
    // What the host preloads into its threads must not run here.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  worker.on('error', () => {})
  Atomics.wait(signal, 0, 0, longestWaitMs)
  void worker.terminate()
}
