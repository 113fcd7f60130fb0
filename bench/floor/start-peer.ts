import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countStored } from '../load/count-stored.ts'
import type { Measurable } from '../load/measure-load.ts'
import { rootFor } from '../load/other-node.ts'

export type PeerName = 'bare' | 'floor'

/** Starts BARE or FLOOR on a free port, FLOOR on an empty file. */
export async function startPeer(name: PeerName, node: string = process.execPath): Promise<Measurable> {
  const dataDir = mkdtempSync(join(tmpdir(), `mishap-${name}-`))
  const program = join(rootFor(node), 'bench/floor', `${name}.js`)
  const child = spawn(node, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said]: unknown[] = await once(child.stdout, 'data')
  const port = /port (\d+)/.exec(String(said))?.[1]
  if (port === undefined || child.pid === undefined) throw new Error(`${name} did not start.`)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    // They look at neither.
    project: { id: 1, key: '0'.repeat(32) },
    readStored: name === 'floor' ? () => countStored(dataDir, 'floor.db') : undefined,
    async end() {
      const exited = once(child, 'exit')
      child.kill()
      await exited
      rmSync(dataDir, { recursive: true })
    },
  }
}
