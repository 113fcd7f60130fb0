import { rmSync } from 'node:fs'
import { countStored } from '../load/count-stored.ts'
import type { Measurable } from '../load/measure-load.ts'
import { startMishap } from '../load/start-mishap.ts'
import { startPeer } from './start-peer.ts'

export type ContenderName = 'mishap' | 'floor' | 'bare'

/** Starts one of those that a run compares, on empty data; ours as users run it. */
export async function startContender(name: ContenderName, node?: string): Promise<Measurable> {
  if (name !== 'mishap') return startPeer(name, node)
  const mishap = await startMishap({ ...(node && { node }) })
  const { url, pid, project, dataDir } = mishap
  return {
    url,
    pid,
    project,
    readStored: () => countStored(dataDir),
    async end() {
      await mishap.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
