import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { readCpuUs, readEndedChildrenCpuUs } from './meter.ts'

export interface RunningPostgres {
  /** The process that all others are children of. */
  pid: number
  createDatabase(name: string): string
  /** The first row of what a statement answers, its columns as texts. */
  query(database: string, sql: string): string[]
  /** Microseconds of all its processes, also of those that have ended. */
  readCpuUs(): number
  end(): void
}

const versions = '/usr/lib/postgresql'

/**
 * Starts the newest PostgreSQL that Debian has installed, on a free port and empty data, with its defaults: fsync and
 * synchronous commits. Throws if there is none.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const bin = findBin()
  const folder = mkdtempSync(join(tmpdir(), 'mishap-postgres-'))
  const owner = ownerOf(folder)
  const data = join(folder, 'data')
  const port = await findFreePort()
  const run = (tool: string, ...args: string[]): string =>
    execFileSync(join(bin, tool), args, {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  run('initdb', '-D', data, '-A', 'trust', '-U', 'mishap')
  // `pg_ctl` would keep our pipes open in the server that it starts.
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`
  const started = spawnSync(
    join(bin, 'pg_ctl'),
    ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'],
    {
      ...owner,
      cwd: folder,
      stdio: 'ignore',
    },
  )
  if (started.status !== 0)
    throw new Error(`PostgreSQL did not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`)
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const ask = (database: string, sql: string): string =>
    run('psql', '-h', '127.0.0.1', '-p', String(port), '-U', 'mishap', '-d', database, '-Atc', sql)
  return {
    pid,
    createDatabase(name) {
      ask('postgres', `CREATE DATABASE ${name}`)
      return `postgres://mishap@127.0.0.1:${port}/${name}`
    },
    query: (database, sql) => ask(database, sql).trim().split('|'),
    readCpuUs: () =>
      [pid, ...childrenOf(pid)].reduce((sum, each) => sum + readCpuUs(each), readEndedChildrenCpuUs(pid)),
    end() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true })
    },
  }
}

function findBin(): string {
  const found = existsSync(versions) ? readdirSync(versions) : []
  const newest = found.toSorted((one, other) => Number(one) - Number(other)).at(-1)
  if (newest === undefined)
    throw new Error(`There is no PostgreSQL in ${versions}: apt-get install postgresql.`)
  return join(versions, newest, 'bin')
}

/** PostgreSQL refuses to run as root. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((of) =>
    Number(execFileSync('id', [of, 'postgres'], { encoding: 'utf8' })),
  )
  if (uid === undefined || gid === undefined) return {}
  chownSync(folder, uid, gid)
  chmodSync(folder, 0o700)
  return { uid, gid }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}
