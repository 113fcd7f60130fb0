// SIGTERM amid open connections, half-sent bodies and load: what was acknowledged is kept, and the end comes soon.
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { disagreements } from './support/read-back.ts'
import { inScene, type Scene } from './support/scene.ts'

const idleSockets = 200
const halfSent = 20
const connections = 16
const endsWithinSeconds = 10
/** Without anything that must be waited for. */
const busyEndsWithinSeconds = 4
const env = { MISHAP_LIMIT_SOCKETS_PER_ADDRESS: '0' }

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const busy = await end(scene, short ? 1_000 : 5_000, [])
    const first = await end(scene, short ? 1_000 : 5_000, ['idle', 'half-sent'])
    const twice = await endTwice(scene)
    misses.push(...disagreements(scene.place.dataDir))
    await scene.start(env)
    const { acked, missing, dup } = await scene.balance()
    expect(busy.code === 0, `Under load alone it ended with the exit code ${busy.code}.`)
    expect(busy.seconds <= busyEndsWithinSeconds, `Under load alone it took ${busy.seconds} s to end.`)
    expect(first.code === 0, `It ended with the exit code ${first.code}.`)
    expect(first.seconds <= endsWithinSeconds, `It took ${first.seconds} s to end.`)
    expect(
      twice.code !== null && twice.code !== 0,
      `The second SIGTERM ended it with the exit code ${twice.code}.`,
    )
    expect(twice.seconds <= 1, `The second SIGTERM took ${twice.seconds} s.`)
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    return {
      figures: {
        busy_seconds_to_end: busy.seconds,
        exit: first.code ?? 'none',
        seconds_to_end: first.seconds,
        second_exit: twice.code ?? 'none',
        second_seconds: twice.seconds,
        acked,
        missing,
        dup,
      },
      misses,
    }
  })
}

interface End {
  code: number | null
  seconds: number
}

async function end(scene: Scene, loadMs: number, kinds: SocketKind[]): Promise<End> {
  const server = await scene.start(env)
  const sockets = await openSockets(scene, kinds)
  const load = scene.load({ connections })
  await sleep(loadMs)
  const from = performance.now()
  server.kill('SIGTERM')
  const { code } = await server.ended
  const seconds = secondsSince(from)
  await load.stop()
  for (const socket of sockets) socket.destroy()
  return { code, seconds }
}

async function endTwice(scene: Scene): Promise<End> {
  const server = await scene.start(env)
  const sockets = await openSockets(scene, ['half-sent'])
  server.kill('SIGTERM')
  // It waits for the bodies that are on their way.
  await sleep(1_000)
  const from = performance.now()
  server.kill('SIGTERM')
  const { code } = await server.ended
  const seconds = secondsSince(from)
  for (const socket of sockets) socket.destroy()
  return { code, seconds }
}

function secondsSince(from: number): number {
  return Math.round((performance.now() - from) / 10) / 100
}

type SocketKind = 'idle' | 'half-sent'

async function openSockets({ place, project }: Scene, kinds: SocketKind[]): Promise<Socket[]> {
  const open = async (text: string): Promise<Socket> => {
    const socket = connect(place.port, '127.0.0.1')
    // The server cuts them off in the end: that is what is wanted.
    socket.on('error', () => socket.destroy())
    await once(socket, 'connect')
    socket.write(text)
    return socket
  }
  const path = `/api/${project.id}/envelope/?sentry_key=${project.key}`
  const whole = 'GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n'
  const half = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n{"event_id"`
  const idle = await openMany(kinds.includes('idle') ? idleSockets : 0, () => open(whole))
  await Promise.all(idle.map((socket) => once(socket, 'data')))
  return [...idle, ...(await openMany(kinds.includes('half-sent') ? halfSent : 0, () => open(half)))]
}

function openMany(count: number, open: () => Promise<Socket>): Promise<Socket[]> {
  return Promise.all(Array.from({ length: count }, open))
}
