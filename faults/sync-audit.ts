// Follows what the server asks of its disk: no event is acknowledged before the log that holds it was synced.
import { join } from 'node:path'
import { auditArgs, auditSyncs } from './support/audit-syncs.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { untilAcked } from './support/load.ts'
import { inScene } from './support/scene.ts'
import { attachStrace } from './support/strace.ts'

const connections = 16

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  const wanted = short ? 300 : 3_000
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const file = join(scene.folder, 'trace')
    const { pid } = await scene.start()
    const trace = await attachStrace(pid, file, auditArgs)
    const load = scene.load({ connections })
    await untilAcked(load, wanted)
    await load.stop()
    await trace.detach()
    const { acks, acksWithoutSync, syncs } = await auditSyncs(file)
    const unseen = scene.acked().length - acks
    expect(unseen === 0, `${unseen} acknowledgements are not in the trace.`)
    expect(acksWithoutSync === 0, `${acksWithoutSync} events were acknowledged before they were safe.`)
    const acksPerSync = Math.round((acks / Math.max(1, syncs)) * 100) / 100
    return {
      figures: { acks, acks_without_sync: acksWithoutSync, syncs, acks_per_sync: acksPerSync },
      misses,
    }
  })
}
