import { connect } from 'node:net'

/** A client that sends a beginning at once and the rest slowly. */
export interface TrickleOptions {
  origin: string
  /** An address of the loopback network. */
  from: string
  beginning: string
  bytesPerSecond: number
}

export interface Trickle {
  /** When the server closed the connection, and what it had said by then. */
  ended: Promise<{ seconds: number; said: string }>
  close(): void
}

/** Resolves when it is connected. */
export async function startTrickle({
  origin,
  from,
  beginning,
  bytesPerSecond,
}: TrickleOptions): Promise<Trickle> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(origin).port), localAddress: from })
  const startedMs = performance.now()
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
  // That it was reset is an end like others.
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), closed])
  socket.write(beginning)
  const sending = setInterval(() => socket.write('x'.repeat(bytesPerSecond)), 1_000)
  const ended = closed.then(() => {
    clearInterval(sending)
    return { seconds: (performance.now() - startedMs) / 1000, said }
  })
  return { ended, close: () => void socket.destroy() }
}
