import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scene } from './scene.ts'

const program = fileURLToPath(new URL('hold-database.ts', import.meta.url))

/** Keeps the write lock, or a snapshot to read from, in another process. Resolves when it has it. */
export async function hold(
  how: 'write' | 'snapshot',
  { place, defer }: Scene,
): Promise<{ release(): Promise<void> }> {
  const holder = spawn(
    process.execPath,
    ['--import', 'tsx', program, how, join(place.dataDir, 'mishap.db')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = once(holder, 'exit')
  const release = async (): Promise<void> => {
    holder.kill('SIGKILL')
    await exited
  }
  defer(release)
  await Promise.race([once(holder.stdout, 'data'), exited.then(refuse)])
  return { release }
}

function refuse(): never {
  throw new Error('The process that was to hold the database ended.')
}
