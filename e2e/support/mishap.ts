import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../server/bin/mishap.js', import.meta.url))

export type Environment = Record<string, string>

/** A real server as a process of its own, on a free port and an empty data directory. */
export interface Mishap {
  origin: string
  dataDir: string
  /** What it printed when it was ready. */
  output: string
  pid: number
  cli(...args: string[]): string
  /** Ends it with a signal; answers with its exit code, or null if the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

export function temporaryDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'mishap-e2e-'))
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
}

export async function startMishap(dataDir: string, more: Environment = {}): Promise<Mishap> {
  const env = environmentOf(dataDir, { MISHAP_PORT: '0', ...more })
  const child = spawn(process.execPath, [command, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const output = await untilReady(child)
  const origin = /http:\/\/localhost:\d+/.exec(output)?.[0] ?? ''
  return {
    origin,
    dataDir,
    output,
    pid: child.pid ?? 0,
    cli: (...args) => runCli(dataDir, { ...more, MISHAP_PORT: new URL(origin).port }, args),
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
      return child.exitCode
    },
  }
}

export function runCli(dataDir: string, more: Environment, args: string[]): string {
  return execFileSync(process.execPath, [command, ...args], {
    env: environmentOf(dataDir, more),
    encoding: 'utf8',
  })
}

/** For starts that are to be refused: what it said, and how it ended. */
export async function startRefused(
  dataDir: string,
  more: Environment = {},
): Promise<{ code: number | null; said: string }> {
  const env = environmentOf(dataDir, { MISHAP_PORT: '0', ...more })
  const child = spawn(process.execPath, [command, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, said }
}

function environmentOf(dataDir: string, more: Environment): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], MISHAP_DATA_DIR: dataDir, ...more }
}

async function untilReady(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk)
    if (output.includes('Mishap is running') && output.endsWith('\n')) break
  }
  if (!output.includes('Mishap is running')) throw new Error('The server ended before it was ready.')
  return output
}
