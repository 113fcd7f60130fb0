import { rmSync } from 'node:fs'
import { countStored } from '../load/count-stored.ts'
import type { Measurable } from '../load/measure-load.ts'
import { startKeepingAll } from '../load/start-keeping-all.ts'
import { startMishap } from '../load/start-mishap.ts'
import { startPeer } from './start-peer.ts'

export type ContenderName = 'mishap' | 'floor' | 'bare'

export interface ContenderOptions {
  /** Which of them ours keeps; by default a sample of each issue. */
  payloads: 'all' | 'sample'
  node?: string | undefined
}

/** Starts one of those that a run compares, on empty data; ours as users run it. */
export async function startContender(
  name: ContenderName,
  { payloads, node }: ContenderOptions,
): Promise<Measurable> {
  if (name !== 'mishap') return startPeer(name, node)
  const start = payloads === 'all' ? startKeepingAll : startMishap
  const mishap = await start({ ...(node && { node }) })
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
