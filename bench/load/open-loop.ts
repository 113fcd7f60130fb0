import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Envelope } from './envelopes.ts'
import { openLane, type Lane, type Target } from './lanes.ts'
import { startTally, type LoadResult } from './load-result.ts'

export interface Schedule {
  perSecond: number
  /** Ends then, even if not all are sent. */
  seconds?: number
  onAck?: (eventId: string) => void
  signal?: AbortSignal
}

/**
 * Sends at a fixed rate, however slow the answers are, over as many connections as that takes. Latencies count from
 * when an envelope was to be sent: a server that stalls does not hide the wait of those that came meanwhile.
 */
export async function sendAtRate(
  target: Target,
  envelopes: readonly Envelope[],
  { perSecond, seconds = Infinity, onAck, signal }: Schedule,
): Promise<LoadResult> {
  const tally = startTally(onAck)
  const idle: Lane[] = []
  const lanes = new Set<Lane>()
  const underway: Promise<void>[] = []
  const fromMs = performance.now()
  const count = Math.min(envelopes.length, Math.floor(perSecond * seconds))
  for (let next = 0; next < count;) {
    if (signal?.aborted) break
    const dueMs = fromMs + (next * 1000) / perSecond
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await setTimeout(waitMs)
    else {
      const envelope = envelopes[next++]
      if (envelope) underway.push(send(envelope, dueMs))
    }
  }
  await Promise.all(underway)
  for (const lane of lanes) lane.close()
  return tally.result()

  async function send(envelope: Envelope, dueMs: number): Promise<void> {
    const lane = idle.pop() ?? openLane(target)
    lanes.add(lane)
    tally.sent(performance.now() - dueMs)
    const answer = await lane.send(envelope).catch(() => undefined)
    if (answer) tally.answered(envelope.eventId, answer, dueMs)
    else tally.unanswered()
    idle.push(lane)
  }
}
