import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a command to its end; says what it printed when it fails. */
export async function runCommand(command: string, args: string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await Promise.race([
    once(child, 'close'),
    once(child, 'error').then(([error]) => {
      throw error
    }),
  ])
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-2000)}`)
}

/** Whether a command is there and does what it is asked. */
export async function succeeds(command: string, args: string[]): Promise<boolean> {
  return runCommand(command, args, '/').then(
    () => true,
    () => false,
  )
}
