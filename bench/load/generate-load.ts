import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeEnvelopes } from './envelope-file.ts'
import type { Envelope } from './envelopes.ts'
import type { Target } from './lanes.ts'
import type { LoadResult } from './load-result.ts'

/** As `Saturation` or `Schedule`, of what can be sent to another process. */
export type Load =
  | { kind: 'saturate'; connections: number; seconds?: number }
  | { kind: 'rate'; perSecond: number; seconds?: number }

export interface LoadOrder {
  target: Target
  file: string
  load: Load
}

/** `saturate` or `sendAtRate` in a process of its own, so that nothing of the caller slows it. Throws if that fails. */
export async function generateLoad(
  target: Target,
  envelopes: readonly Envelope[],
  load: Load,
): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-load-'))
  const file = join(folder, 'envelopes')
  writeEnvelopes(file, envelopes)
  const program = fileURLToPath(new URL('generator.ts', import.meta.url))
  const child = fork(program, { execArgv: ['--import', 'tsx'] })
  try {
    const order: LoadOrder = { target, file, load }
    child.send(order)
    const [result]: unknown[] = await Promise.race([once(child, 'message'), failure(child)])
    return result as LoadResult
  } finally {
    child.kill()
    rmSync(folder, { recursive: true })
  }
}

async function failure(child: ReturnType<typeof fork>): Promise<never> {
  const [code]: unknown[] = await once(child, 'exit')
  throw new Error(`The load generator ended with ${String(code)} before it was done.`)
}
