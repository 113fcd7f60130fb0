import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findNodePid } from './find-node-pid.ts'
import { rootFor } from './other-node.ts'

export interface BenchProject {
  id: number
  key: string
}

export interface StartOptions {
  /** An empty one in the temporary folder if none is given. It is never removed. */
  dataDir?: string
  env?: Record<string, string>
  /** Path of another Node binary. */
  node?: string
  /** Of Node itself, such as `--cpu-prof`. */
  nodeArguments?: string[]
  /** A program and its arguments that start the server, such as `['strace', '-f']` or `['taskset', '-c', '0']`. */
  before?: string[]
  /** One of an earlier start on the same data; a new one is made if none is given. */
  project?: BenchProject
}

export interface RunningMishap {
  url: string
  port: number
  /** Of Node itself, whatever stands before it. */
  pid: number
  dataDir: string
  project: BenchProject
  createProject(name: string): BenchProject
  /** Runs a command on the same data; answers with what it printed. */
  cli(...args: string[]): string
  /** Asks it to end; answers with its exit code, `null` if a signal ended it. */
  stop(): Promise<number | null>
  kill(): Promise<void>
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** What it wrote on its two streams up to now. */
  output(): string
}

/** Nothing but the limit of connections from one address differs from what users run: the generator is one address. */
const generatorMayConnect = { MISHAP_LIMIT_SOCKETS_PER_ADDRESS: '0' }

/** Starts the built server on a free port. Throws, with what it said, if it ends before it is ready. */
export async function startMishap(options: StartOptions = {}): Promise<RunningMishap> {
  const { node = process.execPath, before = [], nodeArguments = [] } = options
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'mishap-bench-'))
  const command = join(rootFor(node), 'server/bin/mishap.js')
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    MISHAP_DATA_DIR: dataDir,
    ...generatorMayConnect,
    ...options.env,
  }
  function cli(...args: string[]): string {
    return execFileSync(node, [command, ...args], { env: environment, encoding: 'utf8' })
  }
  function createProject(name: string): BenchProject {
    const { id, dsn }: { id: string; dsn: string } = JSON.parse(cli('project', 'create', name, '--json'))
    return { id: Number(id), key: new URL(dsn).username }
  }

  const project = options.project ?? createProject('bench')
  const [program, ...first] = [...before, node]
  const child = spawn(program, [...first, ...nodeArguments, command, 'serve'], {
    env: { ...environment, MISHAP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit').then(([code, signal]: unknown[]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }))
  const output = await untilReady(child)
  const port = Number(/http:\/\/localhost:(\d+)/.exec(output())?.[1])
  const pid = findNodePid(child.pid ?? 0, node) ?? child.pid ?? 0
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid,
    dataDir,
    project,
    createProject,
    cli,
    exited,
    output,
    async stop() {
      sendSignal(pid, 'SIGTERM')
      return (await exited).code
    },
    async kill() {
      sendSignal(pid, 'SIGKILL')
      await exited
    },
  }
}

/** Nothing if it is gone already. */
function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function untilReady(child: ChildProcess): Promise<() => string> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    function hear(chunk: Buffer): void {
      said += chunk.toString()
      if (/Mishap is running[^\n]*http:\/\/localhost:\d+/.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', () => reject(new Error(`The server ended before it was ready:\n${said}`)))
  })
  return () => said
}
