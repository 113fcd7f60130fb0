import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a program from its text, with the built package, as its user would have it. */
export function runProgram(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, '--eval', program], {
      cwd: packageRoot,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => (output.stdout += String(chunk)))
    child.stderr.on('data', (chunk) => (output.stderr += String(chunk)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...output }))
  })
}
