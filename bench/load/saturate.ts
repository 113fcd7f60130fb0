import { performance } from 'node:perf_hooks'
import type { Envelope } from './envelopes.ts'
import { openLane, type Target } from './lanes.ts'
import { startTally, type LoadResult, type Tally } from './load-result.ts'

export interface Saturation {
  connections: number
  /** Ends then, even if not all are sent. */
  seconds?: number
  onAck?: (eventId: string) => void
  /** Ends when it is aborted; what was sent is waited for. */
  signal?: AbortSignal
}

/** Each connection sends the next envelope as soon as it has its answer. Sends none twice, whatever the answer was. */
export async function saturate(
  target: Target,
  envelopes: readonly Envelope[],
  { connections, seconds = Infinity, onAck, signal }: Saturation,
): Promise<LoadResult> {
  const tally = startTally(onAck)
  const untilMs = performance.now() + seconds * 1000
  let next = 0
  function take(): Envelope | undefined {
    if (signal?.aborted || performance.now() > untilMs) return undefined
    return envelopes[next++]
  }
  await Promise.all(Array.from({ length: connections }, () => runLane(target, take, tally)))
  return tally.result()
}

/** Ends early if the server takes no connections: it is down, and the other lanes will see the same. */
async function runLane(target: Target, take: () => Envelope | undefined, tally: Tally): Promise<void> {
  const lane = openLane(target)
  for (let envelope = take(); envelope; envelope = take()) {
    const sinceMs = performance.now()
    tally.sent()
    try {
      const answer = await lane.send(envelope)
      if (answer) tally.answered(envelope.eventId, answer, sinceMs)
      else tally.unanswered()
    } catch {
      tally.unanswered()
      break
    }
  }
  lane.close()
}
