import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Lacking } from './fault.ts'

/** SQLite syncs with the one or the other, as it was compiled. */
export const syncCalls = 'fdatasync,fsync'

export interface Trace {
  /** Lets the process go on alone. Resolves when the trace file is whole. */
  detach(): Promise<void>
}

/** Follows all threads of a process, with `args` saying what is written down or made to fail. */
export async function attachStrace(pid: number, file: string, args: string[]): Promise<Trace> {
  if (spawnSync('strace', ['--version']).error) throw new Lacking('There is no strace.')
  const strace = spawn('strace', ['-f', '-p', String(pid), '-o', file, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(strace, 'exit')
  await untilAttached(strace)
  return {
    async detach() {
      strace.kill('SIGINT')
      await exited
    },
  }
}

/** Goes on reading: strace says each new thread, and would end if nobody heard it. */
function untilAttached(strace: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    strace.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (/attached/.test(said)) resolve()
    })
    strace.once('close', () => reject(new Lacking(`strace may not follow a process here: ${said.trim()}`)))
  })
}
