import { serialiseEnvelope } from './protocol/index.ts'

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

export interface DropReport {
  counted: ReadonlyMap<DropReason, number>
  /** Items to append to an envelope. */
  items: string
}

export interface DropCounts {
  count(reason: DropReason, quantity?: number): void
  /** What was counted so far, which then starts from nothing; undefined when that is all there is. */
  take(): DropReport | undefined
  /** The report did not arrive. */
  giveBack(report: DropReport): void
}

/** Events that were lost in the client, until the server has heard of them. */
export function createDropCounts(now: () => number): DropCounts {
  const counts = new Map<DropReason, number>()

  function count(reason: DropReason, quantity = 1): void {
    counts.set(reason, (counts.get(reason) ?? 0) + quantity)
  }

  return {
    count,
    take() {
      if (counts.size === 0) return undefined
      const counted = new Map(counts)
      counts.clear()
      const discarded = [...counted].map(([reason, quantity]) => ({ reason, category: 'error', quantity }))
      const payload = { timestamp: now() / 1_000, discarded_events: discarded }
      const envelope = serialiseEnvelope({}, [{ headers: { type: 'client_report' }, payload }])
      return { counted, items: envelope.slice(envelope.indexOf('\n') + 1) }
    },
    giveBack({ counted }) {
      for (const [reason, quantity] of counted) count(reason, quantity)
    },
  }
}
