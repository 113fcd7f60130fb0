// One sync of the log fails: from then on nothing may be acknowledged, and the server must say so and end.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { auditArgs, auditSyncs } from './support/audit-syncs.ts'
import { createMisses, type FaultOptions, type FaultResult } from './support/fault.ts'
import type { Seen } from './support/load.ts'
import { inScene } from './support/scene.ts'
import { attachStrace, syncCalls } from './support/strace.ts'

const connections = 16
const endsWithinMs = 10_000

export function run({ short, server }: FaultOptions): Promise<FaultResult> {
  const failing = short ? 15 : 100
  return inScene({ server }, async (scene) => {
    const { misses, expect } = createMisses()
    const file = join(scene.folder, 'trace')
    const running = await scene.start()
    const inject = ['-e', `inject=${syncCalls}:error=EIO:when=${failing}`]
    const trace = await attachStrace(running.pid, file, [...auditArgs, ...inject])
    const acks: Seen[] = []
    const load = scene.load({
      connections,
      observe: (seen) => {
        if (seen.reply.kind === 'answer' && seen.reply.status === 200) acks.push(seen)
      },
    })
    await Promise.race([
      running.ended,
      sleep(short ? endsWithinMs : 6 * endsWithinMs, undefined, { ref: false }),
    ])
    const hasEnded = !running.isRunning()
    await load.stop()
    await trace.detach()
    running.kill('SIGKILL')
    const { code } = await running.ended
    const { acksWithoutSync, failedAt } = await auditSyncs(file)
    const after = acks.filter(({ sentAtMs }) => failedAt !== undefined && sentAtMs > failedAt * 1_000)
    const lines = running
      .said()
      .split('\n')
      .filter((line) => /I\/O error|IOERR/i.test(line))
    await scene.start()
    const { acked, missing, dup } = await scene.balance()
    expect(failedAt !== undefined, 'No sync failed: nothing was shown.')
    expect(after.length === 0, `${after.length} events that were sent after the failure were acknowledged.`)
    expect(
      acksWithoutSync === 0,
      `${acksWithoutSync} events were acknowledged without a sync that succeeded.`,
    )
    expect(hasEnded, 'The server went on.')
    expect(!hasEnded || (code !== null && code !== 0), `The server ended with the exit code ${code}.`)
    expect(lines.length === 1, `${lines.length} lines of its log tell of the failure.`)
    expect(missing === 0, `${missing} acknowledged events are missing.`)
    expect(dup === 0, `${dup} events are counted twice.`)
    return {
      figures: {
        acks_after_eio: after.length,
        acks_without_sync: acksWithoutSync,
        exit_code: hasEnded ? (code ?? 'none') : 'running',
        log_lines: lines.length,
        acked,
        missing,
        dup,
      },
      misses,
    }
  })
}
