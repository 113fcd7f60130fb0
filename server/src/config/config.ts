import { join, resolve } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import type { DiskLimits } from '../domain/disk/disk-limits.ts'
import type { EventBounds } from '../domain/event/event-bounds.ts'
import type { Values } from './env.ts'
import { readVariables, type Environment } from './read-variables.ts'

/** The validated configuration, as the rest of the server sees it. */
export interface Config {
  port: number
  /** Directory of the database file and its companions. Absolute. */
  dataDir: string
  /** Origin under which people and SDKs reach the server, without a trailing slash; undefined: from the Host header. */
  publicUrl: string | undefined
  database: DatabaseConfig
  /** Given: at start the first account is made from these, if there is none yet. */
  admin: { email: string; password: string } | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** How many proxies in front of the server may be believed about the client's address and scheme. */
  trustedProxies: number
  limits: Limits
  disk: DiskLimits
}

type DatabaseConfig =
  | { engine: 'sqlite'; file: string }
  /** `asyncCommit`: whether one may be used that says that it has kept what is not on its disk yet. */
  | { engine: 'postgres'; url: string; asyncCommit: 'refuse' | 'allow' }

/** The defaults are `settled` limits; sizes in bytes, times in milliseconds. */
export interface Limits extends EventBounds {
  wireBytes: number
  envelopeBytes: number
  eventBytes: number
  attachmentBytes: number
  /** Of one envelope. */
  attachments: number
  attachmentsBytes: number
  reportBytes: number
  inflateRatio: number
  inflateFreeBytes: number
  items: number
  /** Of one envelope, as the next two. */
  events: number
  sessions: number
  feedback: number
  headerLineBytes: number
  headersTimeoutMs: number
  bodyTimeoutMs: number
  bodyBytesPerSecond: number
  keepAliveTimeoutMs: number
  sockets: number
  socketsPerAddress: number
  queueBytes: number
}

/** Throws one `invalid` that names everything that is wrong, a line each. */
export function readConfig(env: Environment): Config {
  const { values, complaints } = readVariables(env)
  if (Boolean(env['MISHAP_ADMIN_EMAIL']) !== Boolean(env['MISHAP_ADMIN_PASSWORD'])) {
    complaints.push('Set both MISHAP_ADMIN_EMAIL and MISHAP_ADMIN_PASSWORD, or neither.')
  }
  if (complaints.length > 0) throw new AppError('invalid', complaints.join('\n'))
  return configOf(values)
}

function configOf(values: Values): Config {
  const { dataDir, databaseUrl, asyncCommit, adminEmail, adminPassword, ...rest } = values
  const { lowWaterBytes, lowWaterPercent, ballastBytes, ...others } = rest
  const { port, publicUrl, logLevel, trustedProxies, ...limits } = others
  const folder = resolve(dataDir)
  return {
    port,
    dataDir: folder,
    publicUrl,
    database: databaseUrl
      ? { engine: 'postgres', url: databaseUrl, asyncCommit }
      : { engine: 'sqlite', file: join(folder, 'mishap.db') },
    admin: adminEmail && adminPassword ? { email: adminEmail, password: adminPassword } : undefined,
    logLevel,
    trustedProxies,
    limits,
    disk: { lowWaterBytes, lowWaterPercent, ballastBytes },
  }
}
