import { once } from 'node:events'
import { connect } from 'node:net'

export interface Poured {
  /** The status of the answer; 0 where the connection was closed without one. */
  status: number
  /** Until the answer, or the end without one. */
  ms: number
  sentMb: number
}

const mebibyte = 1024 * 1024

/**
 * Sends `beginning` and then `part` over and over, as fast as it is taken, until there is an answer, the connection
 * ends or `mostBytes` are sent. Without `part` it only waits.
 */
export async function pour(
  origin: string,
  { beginning, part, mostBytes }: { beginning: string; part?: Buffer; mostBytes: number },
): Promise<Poured> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  await once(socket, 'connect')
  const startedMs = performance.now()
  const state = { sent: 0, said: '' }
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => (state.said += chunk.toString('latin1')))
  const told = Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => undefined)
  socket.write(beginning)
  const mayGoOn = (): boolean => state.said === '' && !socket.destroyed && state.sent < mostBytes
  const bytes = part ?? Buffer.alloc(0)
  while (bytes.length > 0 && mayGoOn()) {
    state.sent += bytes.length
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), told]).catch(() => undefined)
  }
  await told
  const ms = performance.now() - startedMs
  socket.destroy()
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(state.said)?.[1] ?? 0)
  return { status, ms: Math.round(ms), sentMb: Math.round((state.sent / mebibyte) * 10) / 10 }
}
