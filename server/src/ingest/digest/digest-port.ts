import type { Answer, AnswerMessage, Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import { createQueueBytes } from './queue-bytes.ts'

/** The server's end of the digest: hands arrivals over and waits for their commit. */
export interface DigestPort {
  /** Throws a `Refusal` (429) at once when more bytes wait than may, of all projects or of its own. */
  submit(arrival: Omit<Arrival, 'kind' | 'id'>): Promise<Answer>
  /** To be called with every answer of the digest worker. */
  settle(message: AnswerMessage): void
  /** What waits, and for how long the first of it. */
  load(): QueueLoad
  /** The worker is gone: nothing that waits will be answered by it. */
  abandon(): void
}

export interface QueueLoad {
  bytes: number
  oldestMs: number
}

interface Waiting {
  receivedAtMs: number
  projectId: number
  bytes: number
  resolve(answer: Answer): void
}

/** What an arrival takes besides its body, about: else tiny ones, pipelined, would wait in millions. */
const overheadBytes = 1024

export function createDigestPort(
  send: (arrival: Arrival, transfer: ArrayBuffer[]) => void,
  queueBytes: number,
  now: () => number = Date.now,
): DigestPort {
  const waiting = new Map<number, Waiting>()
  const queued = createQueueBytes(queueBytes)
  let lastId = 0

  return {
    async submit(arrival) {
      const { projectId, receivedAtMs } = arrival
      const bytes = arrival.body.length + overheadBytes
      if (waiting.size > 0 && !queued.mayTake(projectId, bytes))
        throw new Refusal(429, 'Too many events wait.')
      const id = ++lastId
      queued.add(projectId, bytes)
      const answer = new Promise<Answer>((resolve) =>
        waiting.set(id, { projectId, receivedAtMs, bytes, resolve }),
      )
      send({ kind: 'arrival', id, ...arrival }, [arrival.body.buffer])
      return answer
    },
    settle({ id, answer }) {
      const who = waiting.get(id)
      if (who === undefined) return
      waiting.delete(id)
      queued.add(who.projectId, -who.bytes)
      who.resolve(answer)
    },
    load() {
      const [oldest] = waiting.values()
      return { bytes: queued.all(), oldestMs: oldest === undefined ? 0 : now() - oldest.receivedAtMs }
    },
    abandon() {
      const answer: Answer = {
        status: 503,
        body: { detail: 'The server is stopping. Send the event again.' },
      }
      for (const who of waiting.values()) who.resolve(answer)
      for (const who of waiting.values()) queued.add(who.projectId, -who.bytes)
      waiting.clear()
    },
  }
}
