import { serialiseEnvelope } from './protocol/index.ts'
import { mayNotSend, readRateLimits, type RateLimits } from './rate-limits.ts'
import type { Transport } from './transport.ts'

/** Why an event was not sent, in the words of the protocol's client reports. */
export type DropReason =
  | 'queue_overflow'
  | 'ratelimit_backoff'
  | 'network_error'
  | 'send_error'
  | 'before_send'
  | 'sample_rate'
  | 'event_processor'
  | 'internal_sdk_error'

export interface Outbox {
  /** Takes an envelope that holds one event. Never throws, never blocks. */
  add(envelope: string): void
  countDrop(reason: DropReason): void
  /** Resolves to true when all that waited was sent or dropped, to false when time was over first. */
  drained(timeoutMs: number): Promise<boolean>
}

const mostWaiting = 100
const mostWaitingChars = 4 * 1024 * 1024
const mostInFlight = 4

/** A bounded queue in front of a transport: what does not fit is dropped and counted, the host never waits. */
export function createOutbox(transport: Transport, now: () => number): Outbox {
  const waiting: string[] = []
  const drops = new Map<DropReason, number>()
  const drainers = new Set<() => void>()
  let waitingChars = 0
  let inFlight = 0
  let limits: RateLimits = new Map()

  function pump(): void {
    while (inFlight < mostInFlight && waiting.length > 0) {
      const envelope = waiting.shift() ?? ''
      waitingChars -= envelope.length
      inFlight += 1
      void deliver(envelope).finally(() => {
        inFlight -= 1
        pump()
      })
    }
    if (inFlight > 0 || waiting.length > 0) return
    for (const done of drainers) done()
  }

  async function deliver(envelope: string): Promise<void> {
    if (mayNotSend(limits, 'error', now())) return countDrop('ratelimit_backoff')
    const report = takeReport()
    try {
      const reply = await transport(report === undefined ? envelope : envelope + report.items)
      limits = readRateLimits(limits, reply, now())
      if (reply.status < 200 || reply.status >= 300)
        fail(reply.status === 429 ? 'ratelimit_backoff' : 'send_error', report)
    } catch {
      fail('network_error', report)
    }
  }

  function fail(reason: DropReason, report: Report | undefined): void {
    countDrop(reason)
    for (const [earlier, quantity] of report?.drops ?? [])
      drops.set(earlier, (drops.get(earlier) ?? 0) + quantity)
  }

  function countDrop(reason: DropReason): void {
    drops.set(reason, (drops.get(reason) ?? 0) + 1)
  }

  /** What was dropped so far travels with the next event, as items of its envelope. */
  function takeReport(): Report | undefined {
    if (drops.size === 0) return undefined
    const counted = new Map(drops)
    drops.clear()
    const discarded = [...counted].map(([reason, quantity]) => ({ reason, category: 'error', quantity }))
    const payload = { timestamp: now() / 1_000, discarded_events: discarded }
    const items = serialiseEnvelope({}, [{ headers: { type: 'client_report' }, payload }])
    return { drops: counted, items: items.slice(items.indexOf('\n') + 1) }
  }

  return {
    add(envelope) {
      const isFull = waiting.length >= mostWaiting || waitingChars + envelope.length > mostWaitingChars
      if (isFull) return countDrop('queue_overflow')
      waiting.push(envelope)
      waitingChars += envelope.length
      pump()
    },
    countDrop,
    drained(timeoutMs) {
      if (inFlight === 0 && waiting.length === 0) return Promise.resolve(true)
      return new Promise((resolve) => {
        const done = (): void => finish(true)
        const timer = setTimeout(() => finish(false), timeoutMs)
        function finish(isDrained: boolean): void {
          clearTimeout(timer)
          drainers.delete(done)
          resolve(isDrained)
        }
        drainers.add(done)
      })
    },
  }
}

interface Report {
  drops: Map<DropReason, number>
  items: string
}
