import type { Options } from './options.ts'
import { parseDsn, type Dsn } from './protocol/index.ts'

/** Options with every default filled in. */
export interface Settings extends Options {
  target: Dsn | undefined
  environment: string
  sampleRate: number
  maxBreadcrumbs: number
}

/** Says each wrong option once, with `warn`; what is wrong is then as if it had not been given. */
export function readSettings(options: Options, warn: (message: string) => void): Settings {
  return {
    ...options,
    target: readTarget(options.dsn, warn),
    environment: options.environment || 'production',
    sampleRate: readNumber('sampleRate', options.sampleRate, 1, [0, 1], warn),
    maxBreadcrumbs: readNumber('maxBreadcrumbs', options.maxBreadcrumbs, 100, [0, 1_000], warn),
  }
}

function readTarget(dsn: unknown, warn: (message: string) => void): Dsn | undefined {
  if (dsn === undefined || dsn === null || dsn === '') return undefined
  const target = typeof dsn === 'string' ? parseDsn(dsn) : undefined
  if (target === undefined)
    warn('the DSN is not one: it looks like https://<key>@<host>/<project number>. Nothing is reported.')
  return target
}

function readNumber(
  name: string,
  value: unknown,
  fallback: number,
  [lowest, highest]: [number, number],
  warn: (message: string) => void,
): number {
  if (value === undefined) return fallback
  if (typeof value === 'number' && value >= lowest && value <= highest) return value
  warn(`${name} is a number from ${lowest} to ${highest}; ${fallback} is used.`)
  return fallback
}
