// Another process holds the database: briefly nobody notices, for long clients are sent away and come back.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { hold } from './support/hold.ts'
import { countStatuses, type Seen } from './support/load.ts'
import { inScene, type Scene } from './support/scene.ts'
import { freePort, StartRefused, startServer } from './support/server.ts'

const connections = 16
const briefMs = 3_000
const mebibyte = 1024 * 1024
/** What the server cuts its log back to, see `journal_size_limit`. */
const mostLogMb = 64

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const running = await scene.start()
    const brief = await holdWrites(scene, briefMs)
    const long = await holdWrites(scene, short ? 8_000 : 60_000)
    const secondExit = await startSecond(scene)
    const log = await starve(scene, short)
    const { acked, missing, dup } = await scene.balance()
    expect(brief.failed === 0, `A lock of ${briefMs} ms made ${brief.failed} requests fail.`)
    expect(long.failed > 0, 'No request was refused during the long lock.')
    expect(long.wrong === 0, `${long.wrong} requests failed with no 503, or without Retry-After.`)
    expect(secondExit !== 0, 'A second server started on the same data.')
    expect(log.mostMb > mostLogMb, `The log grew to ${log.mostMb} MB only: nothing was shown.`)
    expect(log.afterMb <= mostLogMb, `The log is ${log.afterMb} MB large after the reader has gone.`)
    expect(running.isRunning(), 'The server ended.')
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    return {
      figures: {
        '5xx_brief': brief.failed,
        '503_long': long.failed,
        acked_during_long: long.acked,
        second_exit: secondExit ?? 'none',
        wal_max_mb: log.mostMb,
        wal_after_mb: log.afterMb,
        acked,
        missing,
        dup,
      },
      misses,
    }
  })
}

interface Held {
  acked: number
  /** Server errors and connections that were lost. */
  failed: number
  /** Of these, what is no 503 with Retry-After. */
  wrong: number
}

async function holdWrites(scene: Scene, ms: number): Promise<Held> {
  let wrong = 0
  const observe = ({ reply }: Seen): void => {
    const isLost = reply.kind === 'lost' || (reply.status >= 500 && reply.status !== 503)
    if (isLost || (reply.status === 503 && reply.retryAfter === undefined)) wrong += 1
  }
  const load = scene.load({ connections, observe })
  await sleep(500)
  const held = await hold('write', scene)
  const before = load.ackMs.length
  await sleep(ms)
  const acked = load.ackMs.length - before
  await held.release()
  await sleep(1_000)
  await load.stop()
  return { acked, failed: countStatuses(load, '5') + (load.statuses['lost'] ?? 0), wrong }
}

/** The exit code of a second server on the same data; 0 if it runs. */
async function startSecond({ place, defer }: Scene): Promise<number | null> {
  try {
    const second = await startServer({ ...place, port: await freePort() })
    defer(() => second.kill('SIGKILL'))
    return 0
  } catch (error) {
    if (error instanceof StartRefused) return error.code
    throw error
  }
}

/** While somebody reads from an old snapshot the log cannot start anew. */
async function starve(scene: Scene, short: boolean): Promise<{ mostMb: number; afterMb: number }> {
  const held = await hold('snapshot', scene)
  const load = scene.load({ connections, eventBytes: 60_000 })
  await untilLog(scene, (mb) => mb > (short ? 1.25 : 8) * mostLogMb, short ? 60_000 : 600_000)
  const mostMb = logMb(scene)
  await held.release()
  await untilLog(scene, (mb) => mb <= mostLogMb, 30_000)
  await load.stop()
  return { mostMb, afterMb: logMb(scene) }
}

async function untilLog(scene: Scene, isReached: (mb: number) => boolean, ms: number): Promise<void> {
  const end = performance.now() + ms
  while (!isReached(logMb(scene)) && performance.now() < end) await sleep(100)
}

function logMb({ place }: Scene): number {
  return Math.round(statSync(join(place.dataDir, 'mishap.db-wal')).size / mebibyte)
}
