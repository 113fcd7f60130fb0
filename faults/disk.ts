// The disk gets full: clients are sent away before it is, everything acknowledged stays, and it goes on by itself.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { fillDisk } from './support/filler.ts'
import type { Load, Seen } from './support/load.ts'
import { readApi } from './support/read-back.ts'
import { inScene, type Scene } from './support/scene.ts'
import { freeMb, mountTmpfs } from './support/tmpfs.ts'

const diskMb = 200
const lowWaterMb = 48
const ballastMb = 16
const mebibyte = 1024 * 1024
const account = { email: 'ada@example.com', password: 'correct horse battery' }
const env = {
  MISHAP_DISK_LOW_WATER_BYTES: String(lowWaterMb * mebibyte),
  MISHAP_DISK_LOW_WATER_PERCENT: '0',
  MISHAP_DISK_BALLAST_BYTES: String(ballastMb * mebibyte),
  MISHAP_ADMIN_EMAIL: account.email,
  MISHAP_ADMIN_PASSWORD: account.password,
}
/** Soon enough that no client gives up. */
const recoversWithinS = 10

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  const prepare = (dataDir: string, defer: Scene['defer']): void => defer(mountTmpfs(dataDir, diskMb))
  return inScene({ server, prepare }, async (scene) => {
    const { misses, expect } = createMisses()
    const running = await scene.start(env)
    const hasBallast = await untilBallast(scene)
    const wrong = new Set<string>()
    const load = scene.load({ connections: 8, eventBytes: 20_000, observe: (seen) => noteWrong(seen, wrong) })
    const low = await runLow(scene, load)
    const full = await runFull(scene, load, short ? 3_000 : 30_000)
    await load.stop()
    const { acked, missing, dup } = await scene.balance()
    expect(hasBallast, 'The server keeps no room for itself.')
    expect(low.freeMb !== undefined, 'No request was refused before the disk was full.')
    expect(
      low.freeMb === undefined || low.freeMb > 0.75 * lowWaterMb,
      `The first was refused when ${low.freeMb} MB were left.`,
    )
    expect(low.reads === 'ok', `At low water reads fail: ${low.reads}.`)
    expect(low.signIn === 200, `At low water signing in is answered with ${low.signIn}.`)
    expect(full.reads === 'ok', `On a full disk reads fail: ${full.reads}.`)
    for (const { recoveredS } of [low, full])
      expect(recoveredS <= recoversWithinS, `It took ${recoveredS} s to recover after there was space again.`)
    expect(running.isRunning(), 'The server ended.')
    expect(wrong.size === 0, `There were replies of another kind: ${[...wrong].join(', ')}.`)
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    return {
      figures: {
        first_503_at_free_mb: low.freeMb ?? 'none',
        low_reads_ok: low.reads === 'ok',
        low_recovered_s: low.recoveredS,
        full_kept_mb: full.keptMb,
        full_reads_ok: full.reads === 'ok',
        full_recovered_s: full.recoveredS,
        refused: load.statuses['503'] ?? 0,
        acked,
        missing,
        dup,
      },
      misses,
    }
  })
}

/** Anything but an acknowledgement and a 503 that says when to come again. */
function noteWrong({ reply }: Seen, wrong: Set<string>): void {
  if (reply.kind === 'lost') wrong.add(reply.why)
  else if (reply.status === 503 && reply.retryAfter === undefined) wrong.add('503 without Retry-After')
  else if (reply.status !== 200 && reply.status !== 503) wrong.add(String(reply.status))
}

/** Events take the last space above the low-water mark. */
async function runLow(scene: Scene, load: Load) {
  const { dataDir } = scene.place
  const giveBack = fillDisk(dataDir, lowWaterMb + 24, 'filler')
  let firstAt: number | undefined
  const end = performance.now() + 60_000
  while (firstAt === undefined && performance.now() < end && freeMb(dataDir) > 1) {
    await sleep(10)
    if (load.statuses['503']) firstAt = freeMb(dataDir)
  }
  const reads = await tryReads(scene)
  const signIn = await trySignIn(scene)
  return { freeMb: firstAt, reads, signIn, recoveredS: await recover(load, giveBack) }
}

/** Somebody else takes the last byte, and then also of what the server kept for itself. */
async function runFull(scene: Scene, load: Load, ms: number) {
  const { dataDir } = scene.place
  const giveBack = fillDisk(dataDir, 0, 'filler')
  await sleep(ms / 2)
  const keptMb = freeMb(dataDir)
  const giveBackMore = fillDisk(dataDir, 0, 'more-filler')
  await sleep(ms / 2)
  const reads = await tryReads(scene)
  giveBackMore()
  return { keptMb, reads, recoveredS: await recover(load, giveBack) }
}

/** The server makes its ballast some seconds after its start. */
async function untilBallast({ place }: Scene): Promise<boolean> {
  const file = join(place.dataDir, 'ballast')
  const end = performance.now() + 20_000
  while (!isWhole(file) && performance.now() < end) await sleep(50)
  return isWhole(file)
}

function isWhole(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === ballastMb * mebibyte
}

async function recover(load: Load, giveBack: () => void): Promise<number> {
  giveBack()
  const from = performance.now()
  const before = load.ackMs.length
  while (load.ackMs.length === before && performance.now() - from < 60_000) await sleep(10)
  return Math.round((performance.now() - from) / 100) / 10
}

async function tryReads({ origin, project }: Scene): Promise<string> {
  try {
    await readApi(origin, project, '/issues?limit=25')
    return 'ok'
  } catch (error) {
    return String(error)
  }
}

async function trySignIn({ origin }: Scene): Promise<number> {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  return response.status
}
