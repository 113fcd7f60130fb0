import type { Answer, AnswerMessage, Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import { createQueueRoom, type Place } from './queue-room.ts'
import { createWaits } from './waits.ts'

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
  /** It may wait, and so many bytes of it with it. */
  expectRoom(bytes: number): void
  /** So many bytes of it are in memory. */
  hold(bytes: number): void
  /** Whose it is. */
  assign(projectId: number): void
  send(arrival: Omit<Arrival, 'kind' | 'id'>): Promise<Answer>
  /** It goes no further, or was answered. */
  end(): void
}

/** The most that is read and waits. */
export interface QueueCapacity {
  bytes: number
  /** That wait: each keeps a connection from all others until it is answered. */
  requests: number
  /** When the first of a project has waited for so long, no other of it may join: it would wait for longer. */
  waitMs: number
}

export interface QueueLoad {
  bytes: number
  oldestMs: number
}

interface Waiting {
  projectId: number
  receivedAtMs: number
  bytes: number
  resolve(answer: Answer): void
}

/** What an arrival takes besides its body, about: else tiny ones, pipelined, would wait in millions. */
const overheadBytes = 1024

export function createDigestPort(
  send: (arrival: Arrival, transfer: ArrayBuffer[]) => void,
  capacity: QueueCapacity,
  now: () => number = Date.now,
): DigestPort {
  const waiting = new Map<number, Waiting>()
  const bytesRoom = createQueueRoom(capacity.bytes)
  const requestsRoom = createQueueRoom(capacity.requests)
  const waits = createWaits()
  let waitingBytes = 0
  let lastId = 0

  function wait(arrival: Omit<Arrival, 'kind' | 'id'>, bytes: number): Promise<Answer> {
    const id = ++lastId
    waitingBytes += bytes
    const { projectId, receivedAtMs } = arrival
    waits.begin(projectId, id, receivedAtMs)
    const answer = new Promise<Answer>((resolve) =>
      waiting.set(id, { projectId, receivedAtMs, bytes, resolve }),
    )
    send({ kind: 'arrival', id, ...arrival }, [arrival.body.buffer])
    return answer
  }

  function settle({ id, answer }: Omit<AnswerMessage, 'kind'>): void {
    const who = waiting.get(id)
    if (who === undefined) return
    waiting.delete(id)
    waits.end(who.projectId, id)
    waitingBytes -= who.bytes
    who.resolve(answer)
  }

  function isBehind(projectId: number): boolean {
    const oldestMs = waits.oldestOf(projectId)
    return oldestMs !== undefined && now() - oldestMs >= capacity.waitMs
  }

  return {
    submit: () =>
      submissionIn({ bytes: bytesRoom.open(), requests: requestsRoom.open() }, { isBehind, wait }),
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

const queueFull = new Refusal(429, 'Too many events wait.')

interface Queue {
  isBehind(projectId: number): boolean
  wait(arrival: Omit<Arrival, 'kind' | 'id'>, bytes: number): Promise<Answer>
}

function submissionIn(place: { bytes: Place; requests: Place }, { isBehind, wait }: Queue): Submission {
  let owner: number | undefined
  const mayHold = (bytes: number): void => {
    if (!place.bytes.mayHold(bytes)) throw queueFull
  }
  const hold = (bytes: number): void => {
    mayHold(bytes)
    place.bytes.hold(bytes)
  }
  const assign = (projectId: number): void => {
    owner = projectId
    place.bytes.assign(projectId)
    place.requests.assign(projectId)
  }
  const end = (): void => {
    place.bytes.hold(0)
    place.requests.hold(0)
  }
  return {
    expectRoom(bytes) {
      const isLate = owner !== undefined && isBehind(owner)
      if (isLate || !place.requests.mayHold(1)) throw queueFull
      mayHold(bytes)
    },
    hold,
    assign,
    async send(arrival) {
      const bytes = arrival.body.length + overheadBytes
      assign(arrival.projectId)
      hold(bytes)
      // Its body was read when there was room: it waits now, however many others came in meanwhile.
      place.requests.hold(1)
      try {
        return await wait(arrival, bytes)
      } finally {
        end()
      }
    },
    end,
  }
}
