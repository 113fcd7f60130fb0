// Every sync takes a fifth of a second: acknowledgements are late and true, and what waits stays bounded.
import { setTimeout as sleep } from 'node:timers/promises'
import { readMemory } from '../bench/load/meter.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import { percentile } from './support/percentile.ts'
import { inScene } from './support/scene.ts'
import { attachStrace, syncCalls } from './support/strace.ts'

/** More than the queue of 32 MiB holds. */
const connections = 400
const eventBytes = 150_000
const delayUs = 200_000
const mostRssMb = 400

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const { pid, isRunning } = await scene.start({
      MISHAP_LIMIT_SOCKETS_PER_ADDRESS: '0',
    })
    const args = ['-e', `trace=${syncCalls}`, '-e', `inject=${syncCalls}:delay_enter=${delayUs}`]
    const trace = await attachStrace(pid, '/dev/null', args)
    const load = scene.load({ connections, eventBytes })
    await sleep(short ? 10_000 : 60_000)
    const health = await fetch(`${scene.origin}/api/v1/health`).then((response) => response.text())
    await trace.detach()
    await load.stop()
    const { peakMb } = readMemory(pid)
    const { acked, missing, dup } = await scene.balance()
    const refused = (load.statuses['429'] ?? 0) + (load.statuses['503'] ?? 0)
    const other = Object.keys(load.statuses).filter((status) => !['200', '429', '503'].includes(status))
    expect(isRunning(), 'The server ended.')
    expect(acked > 0, 'Nothing was acknowledged.')
    expect(percentile(load.ackMs, 50) * 1_000 > delayUs, 'The disk was not slow: nothing was shown.')
    expect(refused > 0, 'Nothing was refused, though more came than the queue holds.')
    expect(other.length === 0, `There were replies of another kind: ${JSON.stringify(load.statuses)}.`)
    expect(peakMb <= mostRssMb, `The server took ${Math.round(peakMb)} MB.`)
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    return {
      figures: {
        acked,
        refused,
        ack_p50_ms: percentile(load.ackMs, 50),
        ack_p99_ms: percentile(load.ackMs, 99),
        rss_max_mb: Math.round(peakMb),
        health,
        missing,
        dup,
      },
      misses,
    }
  })
}
