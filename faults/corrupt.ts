// The database file is not what it was: the server must not serve from it, and must leave it as it is.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { untilAcked } from './support/load.ts'
import { inScene, type Scene } from './support/scene.ts'
import { freePort, StartRefused, startServer, type ServerPlace } from './support/server.ts'

const pageBytes = 4096

/** Each makes a database file of a whole one. */
const damages: Record<string, (whole: Buffer, file: string) => void> = {
  'a page in the middle is inverted': (whole, file) => writeFileSync(file, withPageInverted(whole)),
  'it is half as long': (whole, file) =>
    writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2 / pageBytes) * pageBytes)),
  'it ends in the middle of a page': (whole, file) =>
    writeFileSync(file, whole.subarray(0, whole.length / 2 + 100)),
  'it is garbage': (_whole, file) => writeFileSync(file, Buffer.from('This is not a database. '.repeat(300))),
  'it has 0 bytes': (_whole, file) => writeFileSync(file, Buffer.alloc(0)),
  'it is gone': (_whole, file) => rmSync(file),
  'it belongs to another program': (_whole, file) => {
    rmSync(file)
    new Database(file).exec('CREATE TABLE recipes (name TEXT)').close()
  },
  'a newer version wrote it': (_whole, file) => {
    const newer = "INSERT INTO schema_migrations VALUES ('9999_future.sql', 'x', 0)"
    new Database(file).exec(newer).close()
  },
}

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    await fill(scene, short ? 500 : 5_000)
    const whole = readFileSync(join(scene.place.dataDir, 'mishap.db'))
    let refused = 0
    let untouched = 0
    for (const [what, damage] of Object.entries(damages)) {
      const place = await copyOf(scene)
      const file = join(place.dataDir, 'mishap.db')
      damage(whole, file)
      const before = hashOf(file)
      const { code, said } = await startBroken(scene, place)
      const isRefused = code === 1 && isOneSentenceNaming(said, file)
      if (isRefused) refused += 1
      if (hashOf(file) === before) untouched += 1
      expect(isRefused, `Where ${what}: exit code ${code}, and "${said.trim().slice(0, 300)}".`)
      expect(hashOf(file) === before, `Where ${what}: the file was changed.`)
    }
    const cases = Object.keys(damages).length
    return {
      figures: {
        refused: `${refused}/${cases}`,
        original_untouched: `${untouched}/${cases}`,
        bytes: whole.length,
      },
      misses,
    }
  })
}

async function fill(scene: Scene, events: number): Promise<void> {
  const server = await scene.start()
  const load = scene.load({ connections: 16 })
  await untilAcked(load, events)
  await load.stop()
  server.kill('SIGTERM')
  await server.ended
}

async function copyOf({ folder, place }: Scene): Promise<ServerPlace> {
  const dataDir = join(folder, 'damaged')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  cpSync(place.dataDir, dataDir, { recursive: true })
  return { ...place, dataDir, port: await freePort() }
}

async function startBroken(
  { defer }: Scene,
  place: ServerPlace,
): Promise<{ code: number | null; said: string }> {
  try {
    const server = await startServer(place)
    defer(() => server.kill('SIGKILL'))
    return { code: 0, said: 'It started.' }
  } catch (error) {
    if (error instanceof StartRefused) return { code: error.code, said: error.message }
    throw error
  }
}

/** For a person who must act: no stack, and which file it is about. */
function isOneSentenceNaming(said: string, file: string): boolean {
  return said.trim().split('\n').length === 1 && said.includes(file)
}

function withPageInverted(whole: Buffer): Buffer {
  const copy = Buffer.from(whole)
  const from = Math.floor(whole.length / 2 / pageBytes) * pageBytes
  for (let at = from; at < from + pageBytes; at += 1) copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

/** Undefined where there is no file. */
function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex')
  } catch {
    return undefined
  }
}
