// Follows what the server asks of its disk: no event is acknowledged before the log that holds it was synced.
import { join } from 'node:path'
import { auditArgs, auditSyncs } from './support/audit-syncs.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { openLedger } from './support/ledger.ts'
import { startLoad, untilAcked } from './support/load.ts'
import { createProject } from './support/project.ts'
import { startServer } from './support/server.ts'
import { attachStrace } from './support/strace.ts'
import { inWorkplace } from './support/workplace.ts'

const connections = 16

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  const wanted = short ? 300 : 3_000
  return inWorkplace(server, async ({ place, folder, defer, watch }) => {
    const { misses, expect } = createMisses()
    const project = createProject(place, 'sync-audit')
    const ledger = openLedger(join(folder, 'acknowledged'))
    defer(ledger.close)
    const { pid, origin } = watch(await startServer(place))
    const trace = await attachStrace(pid, join(folder, 'trace'), auditArgs)
    const load = startLoad({ origin, project, ledger, connections })
    await untilAcked(load, wanted)
    await load.stop()
    await trace.detach()
    const { acks, acksWithoutSync, syncs } = await auditSyncs(join(folder, 'trace'))
    const unseen = ledger.read().length - acks
    expect(unseen === 0, `${unseen} acknowledgements are not in the trace.`)
    expect(acksWithoutSync === 0, `${acksWithoutSync} events were acknowledged before they were safe.`)
    const acksPerSync = Math.round((acks / Math.max(1, syncs)) * 100) / 100
    return {
      figures: { acks, acks_without_sync: acksWithoutSync, syncs, acks_per_sync: acksPerSync },
      misses,
    }
  })
}
