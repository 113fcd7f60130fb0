import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { countStored } from '../load/count-stored.ts'
import { startMishap } from '../load/start-mishap.ts'
import type { GeneratedDatabase } from '../generate/database.ts'

export interface Watched {
  /** Milliseconds of each request for a list of issues while the server deleted. */
  listMs: number[]
  seconds: number
  fileMbBefore: number
  fileMbAfter: number
  walMb: number
}

const everyMs = 25
const quietMs = 4_000
const longestMs = 180_000
const mebibyte = 1024 * 1024

/** Starts a server on a database with events that are too old, and asks it for lists until it deletes no more. */
export async function watchServer({ dataDir, project }: GeneratedDatabase, node?: string): Promise<Watched> {
  const file = join(dataDir, 'mishap.db')
  const fileMbBefore = sizeOf(file)
  const server = await startMishap({ dataDir, project, ...(node && { node }) })
  const { token }: { token: string } = JSON.parse(server.cli('token', 'create', '--name', 'bench', '--json'))
  const headers = { authorization: `Bearer ${token}` }
  const listMs: number[] = []
  let [walMb, events, since] = [0, -1, performance.now()]
  let quietSince = since
  while (performance.now() - quietSince < quietMs && performance.now() - since < longestMs) {
    for (let at = 0; at < 40; at++) {
      const askedAt = performance.now()
      await (await fetch(`${server.url}/api/v1/issues?query=is:unresolved`, { headers })).arrayBuffer()
      listMs.push(performance.now() - askedAt)
      await setTimeout(everyMs)
    }
    walMb = Math.max(walMb, sizeOf(`${file}-wal`))
    const left = countStored(dataDir).events + sizeOf(file)
    if (left !== events) quietSince = performance.now()
    events = left
  }
  const seconds = (quietSince - since) / 1_000
  await server.stop()
  return { listMs, seconds, fileMbBefore, fileMbAfter: sizeOf(file), walMb }
}

/** Mebibytes. */
function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size / mebibyte : 0
}
