import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { environmentOf, type ServerPlace } from './server.ts'

/** Runs a command beside what else goes on here. `said` is all that it printed. */
export async function runBeside(
  place: ServerPlace,
  ...args: string[]
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [place.program, ...args], {
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, said }
}
