import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a program to its end, however it ends, and shows what it complains of. */
export async function runProgram(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'exit')
}
