import type { Answer, AnswerMessage, Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import { createQueueBytes, type Place } from './queue-bytes.ts'

/** The server's end of the digest: hands arrivals over and waits for their commit. */
export interface DigestPort {
  /** Begins with one request, before anything of it is read. */
  submit(): Submission
  /** To be called with every answer of the digest worker. */
  settle(message: AnswerMessage): void
  /** What waits, and for how long the first of it. */
  load(): QueueLoad
  /** The worker is gone: nothing that waits will be answered by it. */
  abandon(): void
}

/**
 * One request on its way into the queue. What is read of it counts like what waits: else connections that send slowly
 * would fill the memory past every limit. Without room, each step throws a `Refusal` (429).
 */
export interface Submission {
  /** So many bytes of it are in memory, or wanted. */
  expectRoom(bytes: number): void
  hold(bytes: number): void
  /** Whose it is. */
  assign(projectId: number): void
  send(arrival: Omit<Arrival, 'kind' | 'id'>): Promise<Answer>
  /** It goes no further, or was answered. */
  end(): void
}

export interface QueueLoad {
  bytes: number
  oldestMs: number
}

interface Waiting {
  receivedAtMs: number
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
  const queue = createQueueBytes(queueBytes)
  let waitingBytes = 0
  let lastId = 0

  function wait(arrival: Omit<Arrival, 'kind' | 'id'>, bytes: number): Promise<Answer> {
    const id = ++lastId
    waitingBytes += bytes
    const { receivedAtMs } = arrival
    const answer = new Promise<Answer>((resolve) => waiting.set(id, { receivedAtMs, bytes, resolve }))
    send({ kind: 'arrival', id, ...arrival }, [arrival.body.buffer])
    return answer
  }

  function settle({ id, answer }: Omit<AnswerMessage, 'kind'>): void {
    const who = waiting.get(id)
    if (who === undefined) return
    waiting.delete(id)
    waitingBytes -= who.bytes
    who.resolve(answer)
  }

  return {
    submit: () => submissionIn(queue.open(), wait),
    settle,
    load() {
      const [oldest] = waiting.values()
      return { bytes: waitingBytes, oldestMs: oldest === undefined ? 0 : now() - oldest.receivedAtMs }
    },
    abandon() {
      const answer: Answer = {
        status: 503,
        body: { detail: 'The server is stopping. Send the event again.' },
      }
      for (const id of waiting.keys()) settle({ id, answer })
    },
  }
}

function submissionIn(
  place: Place,
  wait: (arrival: Omit<Arrival, 'kind' | 'id'>, bytes: number) => Promise<Answer>,
): Submission {
  const expectRoom = (bytes: number): void => {
    if (!place.mayHold(bytes)) throw new Refusal(429, 'Too many events wait.')
  }
  const hold = (bytes: number): void => {
    expectRoom(bytes)
    place.hold(bytes)
  }
  return {
    expectRoom,
    hold,
    assign: (projectId) => place.assign(projectId),
    async send(arrival) {
      const bytes = arrival.body.length + overheadBytes
      place.assign(arrival.projectId)
      hold(bytes)
      try {
        return await wait(arrival, bytes)
      } finally {
        place.hold(0)
      }
    },
    end: () => place.hold(0),
  }
}
