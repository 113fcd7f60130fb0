import type { Answer, Arrival } from '../arrival.ts'
import type { Decoded } from '../decode/decoded.ts'
import type { FairQueue } from './fair-queue.ts'
import { bytesOf, inParts, type Parts } from './in-parts.ts'
import { takeBatch } from './take-batch.ts'

/** What waits for the writer: as it came or, when it is large, read already. */
export type Waiting = Arrival | ReadArrival

interface ReadArrival {
  kind: 'read'
  id: number
  projectId: number
  parts: Parts
}

export interface DigestWork {
  /** Undefined for what is too large to be decoded where others wait for it. */
  decodeSmall(arrival: Arrival): Decoded | undefined
  /** Beside the writer, one after the other. */
  decodeLarge(arrival: Arrival): Promise<Decoded>
  record(batch: Decoded[]): Promise<Answer[]>
  answer(id: number, answer: Answer): void
  /** Lets a project go on, with `first` before what else waits of it. */
  release(projectId: number, first?: Waiting): void
  now(): number
}

/**
 * One batch: takes, records and answers. What is large goes aside to be read; its project waits for it, so that its
 * arrivals stay in order, and all others go on.
 */
export async function digestBatch(work: DigestWork, queue: FairQueue<Waiting>): Promise<void> {
  const { taken, decoded } = takeBatch(queue, {
    decode: (waiting) => decodeOrHold(work, queue, waiting),
    bytesOf,
    now: work.now,
  })
  if (taken.length === 0) return
  const answers = await work.record(decoded)
  taken.forEach((waiting, index) => {
    const answer = answers[index]
    if (answer !== undefined) goOn(work, waiting, answer)
  })
}

function decodeOrHold(work: DigestWork, queue: FairQueue<Waiting>, waiting: Waiting): Decoded | undefined {
  const { id, projectId } = waiting
  if (waiting.kind === 'read') {
    if (waiting.parts.length > 1) queue.hold(projectId)
    return waiting.parts[0]
  }
  const decoded = work.decodeSmall(waiting)
  if (decoded !== undefined) return decoded
  queue.hold(projectId)
  void work
    .decodeLarge(waiting)
    .then((large) => work.release(projectId, { kind: 'read', id, projectId, parts: inParts(large) }))
  return undefined
}

/** After a part that was not stored the others are not tried: the client sends all of it again. */
function goOn({ answer: send, release }: DigestWork, waiting: Waiting, answer: Answer): void {
  const { id, projectId } = waiting
  const [part, next, ...others] = waiting.kind === 'read' ? waiting.parts : []
  const expected = part?.answer
  const isOver = next === undefined || answer !== expected
  if (isOver) send(id, answer)
  if (next === undefined) return
  if (isOver) release(projectId)
  else release(projectId, { kind: 'read', id, projectId, parts: [next, ...others] })
}
