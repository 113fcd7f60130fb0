import { Worker } from 'node:worker_threads'
import type { Client } from '../client.ts'
import { ownHeader } from '../integrations/node-http.ts'
import { envelopeUrl } from '../protocol/index.ts'

const longestWaitMs = 2_000

/** Runs in a thread of its own, since the dying one is blocked: post, then wake it. */
const deliver = `
const { workerData } = require('node:worker_threads')
const { url, headers, envelope, signal } = workerData
const wake = () => { Atomics.store(signal, 0, 1); Atomics.notify(signal, 0) }
const request = require(url.startsWith('https:') ? 'node:https' : 'node:http').request(url, { method: 'POST', headers, timeout: ${longestWaitMs} }, (reply) => { reply.resume(); reply.on('end', wake); reply.on('error', wake) })
request.on('error', wake)
request.on('timeout', () => request.destroy())
request.end(envelope)
`

/** Blocks until the envelope is delivered, or two seconds: after this the process is gone. */
export function sendBeforeExit({ settings }: Client, envelope: string | undefined): void {
  const { target } = settings
  if (envelope === undefined || target === undefined) return
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const headers = {
    'x-sentry-auth': `Sentry sentry_version=7, sentry_key=${target.publicKey}, sentry_client=mishap.node`,
    [ownHeader]: '1',
  }
  const url = settings.tunnel ?? envelopeUrl(target)
  const worker = new Worker(deliver, {
    eval: true,
    workerData: { url, headers, envelope, signal },
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
