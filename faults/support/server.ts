import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

type Environment = Record<string, string>

/** What a server that a fault starts is given. */
export interface ServerPlace {
  /** `server/bin/mishap.js`. */
  program: string
  dataDir: string
  /** The same at every start, so that clients find it again. */
  port: number
  env?: Environment
}

/** A real server as a process of its own. */
export interface FaultServer {
  pid: number
  origin: string
  /** From its start until it said that it runs. */
  readyMs: number
  /** What it wrote to its error output, which holds its log. */
  said(): string
  /** How it ended, once it has. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Whether it still runs. */
  isRunning(): boolean
  kill(signal: 'SIGTERM' | 'SIGKILL'): void
}

/** Resolves when it says that it runs; rejects with what it said when it ends before. */
export async function startServer(place: ServerPlace): Promise<FaultServer> {
  const from = performance.now()
  const child = spawn(process.execPath, [place.program, 'serve'], {
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }))
  if (!(await isReady(child))) {
    await ended
    throw new StartRefused(child.exitCode, said)
  }
  const readyMs = performance.now() - from
  return {
    pid: child.pid ?? 0,
    origin: `http://127.0.0.1:${place.port}`,
    readyMs,
    said: () => said,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: (signal) => void child.kill(signal),
  }
}

/** It ended before it was ready. The message is what it said. */
export class StartRefused extends Error {
  override name = 'StartRefused'

  readonly code: number | null

  constructor(code: number | null, said: string) {
    super(said)
    this.code = code
  }
}

export function runCommand(place: ServerPlace, ...args: string[]): string {
  return execFileSync(process.execPath, [place.program, ...args], {
    env: environmentOf(place),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function isReady({ stdout }: ChildProcess): Promise<boolean> {
  let output = ''
  return new Promise((resolve) => {
    stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Mishap is running')) resolve(true)
    })
    stdout?.once('end', () => resolve(false))
  })
}

export function environmentOf({ dataDir, port, env }: ServerPlace): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, MISHAP_DATA_DIR: dataDir, MISHAP_PORT: String(port), ...env }
}
