// A backup while events come in: whole, of one moment, no burden, and restored only where nothing is lost by it.
import { cpSync, existsSync, openSync, readSync, statSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendBigAttachments } from './support/big-attachments.ts'
import { runBeside } from './support/command.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { percentile } from './support/percentile.ts'
import { balance, disagreements } from './support/read-back.ts'
import { inScene, type Scene } from './support/scene.ts'
import { freePort, startServer } from './support/server.ts'

const connections = 8
const mebibyte = 1024 * 1024
const pageBytes = 4096
/** Together more than 1 GiB. */
const largeAttachments = 70
const mostSlowFactor = 3

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const running = await scene.start()
    await sendBigAttachments(scene, short ? 3 : largeAttachments)
    const made = await backUpUnderLoad(scene, short ? 3_000 : 20_000)
    const overRunning = await runBeside(scene.place, 'restore', '--replace', made.file)
    const isStillServing = running.isRunning()
    const damagedIsRestored = await restoreDamaged(scene, made.file)
    const restored = await restoreElsewhere(scene, made)
    expect(made.code === 0, `The backup ended with the exit code ${made.code}: ${made.said}`)
    expect(restored.code === 0, `Restoring ended with the exit code ${restored.code}: ${restored.said}`)
    expect(restored.missing === 0, `${restored.missing} events from before the backup are not in it.`)
    expect(restored.dup === 0, `${restored.dup} restored events are counted twice.`)
    misses.push(...restored.wrong)
    expect(overRunning.code !== 0 && isStillServing, 'A backup was restored over a running server.')
    expect(!damagedIsRestored, 'A damaged backup was restored.')
    expect(short || made.slowFactor < mostSlowFactor, `Events took ${made.slowFactor} times as long.`)
    return {
      figures: {
        database_mb: made.databaseMb,
        backup_s: made.seconds,
        backup_mb: made.backupMb,
        ack_p99_ms: made.p99Ms,
        slow_factor: made.slowFactor,
        restore_s: restored.seconds,
        acked_before: made.ackedBefore.length,
        missing: restored.missing,
        dup: restored.dup,
        integrity: restored.wrong.length === 0 ? 'ok' : 'broken',
        refused_while_running: overRunning.code !== 0,
        refused_damaged: !damagedIsRestored,
      },
      misses,
    }
  })
}

interface Made {
  file: string
  code: number | null
  said: string
  ackedBefore: string[]
  seconds: number
  databaseMb: number
  backupMb: number
  p99Ms: number
  slowFactor: number
}

async function backUpUnderLoad(scene: Scene, calmMs: number): Promise<Made> {
  const file = join(scene.folder, 'mishap.backup')
  const load = scene.load({ connections })
  await sleep(calmMs)
  const calm = load.ackMs.length
  const ackedBefore = scene.acked()
  const from = performance.now()
  const { code, said } = await runBeside(scene.place, 'backup', file)
  const seconds = secondsSince(from)
  const during = load.ackMs.length
  await load.stop()
  const p99Ms = percentile(load.ackMs.slice(calm, during), 99)
  return {
    file,
    code,
    said,
    ackedBefore,
    seconds,
    databaseMb: sizeMb(join(scene.place.dataDir, 'mishap.db')),
    backupMb: sizeMb(file),
    p99Ms,
    slowFactor: Math.round((p99Ms / percentile(load.ackMs.slice(0, calm), 99)) * 10) / 10,
  }
}

async function restoreElsewhere({ folder, place, project, defer }: Scene, { file, ackedBefore }: Made) {
  const elsewhere = { ...place, dataDir: join(folder, 'restored'), port: await freePort() }
  const from = performance.now()
  const { code, said } = await runBeside(elsewhere, 'restore', file)
  const seconds = secondsSince(from)
  if (code !== 0) return { code, said, seconds, missing: ackedBefore.length, dup: 0, wrong: [] }
  const wrong = disagreements(elsewhere.dataDir)
  const server = await startServer(elsewhere)
  defer(() => server.kill('SIGKILL'))
  const { missing, dup } = await balance(server.origin, project, ackedBefore)
  return { code, said, seconds, missing, dup, wrong }
}

/** With its checksum one other byte must be noticed; without it, at least what no database can look like. */
async function restoreDamaged(scene: Scene, file: string): Promise<boolean> {
  if (!existsSync(file)) return true
  const damaged = join(scene.folder, 'damaged.backup')
  cpSync(file, damaged)
  const middle = Math.floor(statSync(file).size / 2 / pageBytes) * pageBytes
  invert(damaged, middle, pageBytes)
  const withoutChecksum = await isRestored(scene, damaged)
  cpSync(file, damaged)
  invert(damaged, middle + pageBytes / 2, 1)
  cpSync(`${file}.sha256`, `${damaged}.sha256`)
  return (await isRestored(scene, damaged)) || withoutChecksum
}

async function isRestored({ folder, place }: Scene, file: string): Promise<boolean> {
  const dataDir = join(folder, 'from-damaged')
  const { code } = await runBeside({ ...place, dataDir }, 'restore', file)
  return code === 0 || existsSync(join(dataDir, 'mishap.db'))
}

function invert(file: string, from: number, bytes: number): void {
  const descriptor = openSync(file, 'r+')
  const part = Buffer.alloc(bytes)
  readSync(descriptor, part, 0, bytes, from)
  writeSync(descriptor, Buffer.from(part.map((byte) => byte ^ 0xff)), 0, bytes, from)
  closeSync(descriptor)
}

function secondsSince(from: number): number {
  return Math.round((performance.now() - from) / 10) / 100
}

function sizeMb(file: string): number {
  return existsSync(file) ? Math.round((statSync(file).size / mebibyte) * 10) / 10 : 0
}
