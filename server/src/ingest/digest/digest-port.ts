import { isFairShare } from '../../domain/limits/index.ts'
import type { Answer, AnswerMessage, Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'

/** The server's end of the digest: hands arrivals over and waits for their commit. */
export interface DigestPort {
  /** Throws a `Refusal` (429) at once when more bytes wait than may, of all projects or of its own. */
  submit(arrival: Omit<Arrival, 'kind' | 'id'>): Promise<Answer>
  /** To be called with every answer of the digest worker. */
  settle(message: AnswerMessage): void
  /** The worker is gone: nothing that waits will be answered by it. */
  abandon(): void
}

interface Waiting {
  projectId: number
  bytes: number
  resolve(answer: Answer): void
}

/** What an arrival takes besides its body, about: else tiny ones, pipelined, would wait in millions. */
const overheadBytes = 1024

export function createDigestPort(
  send: (arrival: Arrival, transfer: ArrayBuffer[]) => void,
  queueBytes: number,
): DigestPort {
  const waiting = new Map<number, Waiting>()
  const bytesOf = new Map<number, number>()
  let waitingBytes = 0
  let lastId = 0

  /**
   * Up to twice the limit, one arrival of each project may wait, also one that is larger than its share: beside a flood
   * it never could.
   */
  function mayWait(projectId: number, arrivalBytes: number): boolean {
    const projectBytes = bytesOf.get(projectId) ?? 0
    if (projectBytes === 0 && waitingBytes + arrivalBytes <= queueBytes * 2) return true
    return isFairShare({ waitingBytes, projectBytes, arrivalBytes, capacityBytes: queueBytes })
  }

  function count(projectId: number, bytes: number): void {
    waitingBytes += bytes
    const ofProject = (bytesOf.get(projectId) ?? 0) + bytes
    if (ofProject === 0) bytesOf.delete(projectId)
    else bytesOf.set(projectId, ofProject)
  }

  return {
    async submit(arrival) {
      const { projectId } = arrival
      const bytes = arrival.body.length + overheadBytes
      if (waiting.size > 0 && !mayWait(projectId, bytes)) throw new Refusal(429, 'Too many events wait.')
      const id = ++lastId
      count(projectId, bytes)
      const answer = new Promise<Answer>((resolve) => waiting.set(id, { projectId, bytes, resolve }))
      send({ kind: 'arrival', id, ...arrival }, [arrival.body.buffer])
      return answer
    },
    settle({ id, answer }) {
      const who = waiting.get(id)
      if (who === undefined) return
      waiting.delete(id)
      count(who.projectId, -who.bytes)
      who.resolve(answer)
    },
    abandon() {
      const answer: Answer = {
        status: 503,
        body: { detail: 'The server is stopping. Send the event again.' },
      }
      for (const who of waiting.values()) who.resolve(answer)
      waiting.clear()
      bytesOf.clear()
      waitingBytes = 0
    },
  }
}
