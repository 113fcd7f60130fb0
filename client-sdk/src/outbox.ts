import { createDropCounts, type DropReason, type DropReport } from './drop-counts.ts'
import { mayNotSend, readRateLimits, type RateLimits } from './rate-limits.ts'
import type { Transport } from './transport.ts'

const mostWaiting = 100
const mostWaitingChars = 4 * 1024 * 1024
const mostInFlight = 4

/** A bounded queue in front of a transport: what does not fit is dropped and counted, the host never waits. */
export class Outbox {
  readonly #transport: Transport
  readonly #now: () => number
  readonly #drops
  readonly #waiting: string[] = []
  readonly #inFlight = new Set<{ envelope: string }>()
  readonly #drainers = new Set<() => void>()
  #waitingChars = 0
  #limits: RateLimits = new Map()

  constructor(transport: Transport, now: () => number) {
    this.#transport = transport
    this.#now = now
    this.#drops = createDropCounts(now)
  }

  /** Takes an envelope that holds one event. Never throws, never blocks. */
  add(envelope: string): void {
    const isFull =
      this.#waiting.length >= mostWaiting || this.#waitingChars + envelope.length > mostWaitingChars
    if (isFull) return this.countDrop('queue_overflow')
    this.#waiting.push(envelope)
    this.#waitingChars += envelope.length
    this.#pump()
  }

  /** What was dropped so far travels with the next event, as an item of its envelope. */
  countDrop(reason: DropReason): void {
    this.#drops.count(reason)
  }

  /**
   * Empties the outbox, also of what is on its way without an answer: for a delivery of another kind, when the process
   * ends. `first` goes ahead. Nothing while the server wants no more.
   */
  takeUnsent(first: string[]): string[] {
    const unsent = [...first, ...[...this.#inFlight].map((one) => one.envelope), ...this.#waiting.splice(0)]
    this.#waitingChars = 0
    this.#inFlight.clear()
    if (!this.#isLimited()) return unsent
    this.#drops.count('ratelimit_backoff', unsent.length)
    return []
  }

  /** Resolves to true when all that waited was sent or dropped, to false when time was over first. */
  drained(timeoutMs: number): Promise<boolean> {
    if (this.#isEmpty()) return Promise.resolve(true)
    return new Promise((resolve) => {
      const finish = (isDrained: boolean): void => {
        clearTimeout(timer)
        this.#drainers.delete(done)
        resolve(isDrained)
      }
      const done = (): void => finish(true)
      const timer = setTimeout(() => finish(false), timeoutMs)
      this.#drainers.add(done)
    })
  }

  #isEmpty(): boolean {
    return this.#inFlight.size === 0 && this.#waiting.length === 0
  }

  #isLimited(): boolean {
    return mayNotSend(this.#limits, 'error', this.#now())
  }

  #pump(): void {
    while (this.#inFlight.size < mostInFlight) {
      const envelope = this.#waiting.shift()
      if (envelope === undefined) break
      this.#waitingChars -= envelope.length
      const one = { envelope }
      this.#inFlight.add(one)
      void this.#deliver(envelope).finally(() => {
        this.#inFlight.delete(one)
        this.#pump()
      })
    }
    if (this.#isEmpty()) for (const done of this.#drainers) done()
  }

  async #deliver(envelope: string): Promise<void> {
    if (this.#isLimited()) return this.countDrop('ratelimit_backoff')
    const report = this.#drops.take()
    try {
      const reply = await this.#transport(envelope + (report?.items ?? ''))
      this.#limits = readRateLimits(this.#limits, reply, this.#now())
      if (reply.status < 200 || reply.status >= 300)
        this.#fail(reply.status === 429 ? 'ratelimit_backoff' : 'send_error', report)
    } catch {
      this.#fail('network_error', report)
    }
  }

  #fail(reason: DropReason, report: DropReport | undefined): void {
    this.countDrop(reason)
    if (report !== undefined) this.#drops.giveBack(report)
  }
}
