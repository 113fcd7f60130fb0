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

/**
 * `saturate` or `sendAtRate` in a process of its own, so that nothing of the caller slows it. Throws if that fails.
 * `envelopes` may be a file of them, which saves writing one.
 */
export async function generateLoad(
  target: Target,
  envelopes: readonly Envelope[] | string,
  load: Load,
): Promise<LoadResult> {
  if (typeof envelopes === 'string') return orderLoad({ target, file: envelopes, load })
  const folder = mkdtempSync(join(tmpdir(), 'mishap-load-'))
  const file = join(folder, 'envelopes')
  writeEnvelopes(file, envelopes)
  try {
    return await orderLoad({ target, file, load })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function orderLoad(order: LoadOrder): Promise<LoadResult> {
  const program = fileURLToPath(new URL('generator.ts', import.meta.url))
  const child = fork(program, { execArgv: ['--import', 'tsx'] })
  try {
    child.send(order)
    const [result]: unknown[] = await Promise.race([once(child, 'message'), failure(child)])
    return result as LoadResult
  } finally {
    child.kill()
  }
}

async function failure(child: ReturnType<typeof fork>): Promise<never> {
  const [code]: unknown[] = await once(child, 'exit')
  throw new Error(`The load generator ended with ${String(code)} before it was done.`)
}
