import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { randomUUID } from 'node:crypto'

/** Beside the tests, so that packages are found as in a program of the repository. */
const folder = fileURLToPath(new URL('../', import.meta.url))

/** Runs a program to its end. Its frames are those of a file called `program-….mjs`. */
export async function runProgram(
  source: string,
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const file = `${folder}program-${randomUUID()}.mjs`
  writeFileSync(file, source)
  try {
    const child = spawn(process.execPath, [file], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await once(child, 'close')
    return { code: child.exitCode, output }
  } finally {
    rmSync(file)
  }
}
