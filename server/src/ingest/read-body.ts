import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusals/refusal.ts'

/** The body of a request, read as far as it is wanted; the client waits with the rest. */
export interface BodyReader {
  /** What is there, until more is read. */
  start(): Uint8Array<ArrayBuffer>
  /** False at its end. */
  readOn(): Promise<boolean>
  /** In memory of its own, so that it can be handed to another thread without a copy. */
  readAll(most?: Most): Promise<Uint8Array<ArrayBuffer>>
  /** Leaves the rest to others. */
  stop(): Promise<void>
}

/** How much it may be, and the refusal of more. */
export interface Most {
  bytes: number
  refusal: () => Refusal
}

/** Is told what the body is announced to take, and whatever it takes; throws where there is no room. */
export interface Room {
  expectRoom(bytes: number): void
  hold(bytes: number): void
}

const beginningBytes = 2 * 1024

/** Counts what arrives: many clients send chunks without a content-length. */
export function readBody(request: IncomingMessage, limitBytes: number, room: Room): BodyReader {
  let chunks: AsyncIterator<unknown> | undefined
  const announced = Number(request.headers['content-length'] ?? 0)
  const mostBytes = announced || limitBytes
  let bytes = new Uint8Array(0)
  let length = 0

  /** In one piece that doubles: thousands of tiny chunks would take a multiple of their bytes. */
  function append(chunk: Buffer): void {
    const needed = length + chunk.length
    if (needed > bytes.length) {
      const grown = Math.max(needed, Math.min(bytes.length * 2, mostBytes))
      room.hold(grown)
      const larger = new Uint8Array(grown)
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    bytes.set(chunk, length)
    length = needed
  }

  /** For who counts what is refused: without anything of it nobody could say what it was. */
  function keepBeginning(chunk: Buffer): void {
    if (length > 0) return
    bytes = Uint8Array.from(chunk.subarray(0, beginningBytes))
    length = bytes.length
  }

  async function readOn(most: Most = usual): Promise<boolean> {
    if (Math.max(announced, length) > most.bytes) throw most.refusal()
    chunks ??= request.iterator({ destroyOnReturn: false })
    const { done, value } = await chunks.next()
    if (done === true) return false
    if (!Buffer.isBuffer(value)) return true
    if (length + value.length > most.bytes) {
      keepBeginning(value)
      throw most.refusal()
    }
    append(value)
    return true
  }

  const usual: Most = { bytes: limitBytes, refusal: () => tooLarge(limitBytes) }
  return {
    start: () => bytes.subarray(0, length),
    readOn: () => readOn(),
    async readAll(most = usual) {
      if (announced <= most.bytes) room.expectRoom(Math.max(announced, bytes.length))
      while (await readOn(most));
      return length === bytes.length ? bytes : bytes.slice(0, length)
    },
    async stop() {
      await chunks?.return?.()
    },
  }
}

function tooLarge(limitBytes: number): Refusal {
  return new Refusal(413, `The body is larger than ${limitBytes} bytes on the wire.`)
}
