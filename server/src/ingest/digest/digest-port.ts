import type { Answer, AnswerMessage, Arrival } from '../arrival.ts'
import { Refusal } from '../refusal.ts'

/** The server's end of the digest: hands arrivals over and waits for their commit. */
export interface DigestPort {
  /** Throws a `Refusal` (429) at once when more bytes wait than may. */
  submit(arrival: Omit<Arrival, 'kind' | 'id'>): Promise<Answer>
  /** To be called with every answer of the digest worker. */
  settle(message: AnswerMessage): void
  /** The worker is gone: nothing that waits will be answered by it. */
  abandon(): void
}

interface Waiting {
  bytes: number
  resolve(answer: Answer): void
}

export function createDigestPort(
  send: (arrival: Arrival, transfer: ArrayBuffer[]) => void,
  queueBytes: number,
): DigestPort {
  const waiting = new Map<number, Waiting>()
  let waitingBytes = 0
  let lastId = 0
  return {
    async submit(arrival) {
      const bytes = arrival.body.length
      if (waiting.size > 0 && waitingBytes + bytes > queueBytes)
        throw new Refusal(429, 'Too many events wait.')
      const id = ++lastId
      waitingBytes += bytes
      const answer = new Promise<Answer>((resolve) => waiting.set(id, { bytes, resolve }))
      send({ kind: 'arrival', id, ...arrival }, [arrival.body.buffer])
      return answer
    },
    settle({ id, answer }) {
      const who = waiting.get(id)
      if (who === undefined) return
      waiting.delete(id)
      waitingBytes -= who.bytes
      who.resolve(answer)
    },
    abandon() {
      const answer: Answer = {
        status: 503,
        body: { detail: 'The server is stopping. Send the event again.' },
      }
      for (const who of waiting.values()) who.resolve(answer)
      waiting.clear()
      waitingBytes = 0
    },
  }
}
