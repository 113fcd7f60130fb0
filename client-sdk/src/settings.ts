import type { Options } from './options.ts'
import { parseDsn, type Dsn } from './protocol/index.ts'

/** Options with every default filled in. */
export interface Settings extends Options {
  /** Absent: the SDK is off. */
  target: Dsn | undefined
  environment: string
  sampleRate: number
  maxBreadcrumbs: number
}

type Check = [isRight: (value: unknown) => boolean, expected: string]

const text: Check = [(value) => typeof value === 'string', 'a text']
const hook: Check = [(value) => typeof value === 'function', 'a function']

const checks: Partial<Record<keyof Options, Check>> = {
  dsn: [isDsn, 'a DSN, like https://<key>@<host>/<project number>'],
  release: text,
  environment: text,
  serverName: text,
  tunnel: text,
  sampleRate: numberFrom(0, 1),
  maxBreadcrumbs: numberFrom(0, 1_000),
  ignoreErrors: [isPatternList, 'a list of texts and regular expressions'],
  beforeSend: hook,
  beforeBreadcrumb: hook,
  transport: hook,
  initialScope: [(value) => typeof value === 'object' && value !== null, 'an object'],
}

/** Says what is wrong with the options, once, with `warn`; the SDK then stays off. */
export function readSettings(options: Options, warn: (message: string) => void): Settings {
  const wrong = findWrong(options)
  if (wrong.length > 0) warn(`${wrong.join(' ')} Nothing is reported.`)
  const isOn = wrong.length === 0 && typeof options.dsn === 'string'
  return {
    ...options,
    target: isOn ? parseDsn(options.dsn ?? '') : undefined,
    environment: options.environment || 'production',
    sampleRate: options.sampleRate ?? 1,
    maxBreadcrumbs: options.maxBreadcrumbs ?? 100,
  }
}

function findWrong(options: Options): string[] {
  return Object.entries(checks).flatMap(([name, [isRight, expected]]) => {
    const value: unknown = Reflect.get(options, name)
    return value === undefined || value === null || isRight(value) ? [] : [`${name} must be ${expected}.`]
  })
}

/** Empty is right too: it turns the SDK off. */
function isDsn(value: unknown): boolean {
  return typeof value === 'string' && (value === '' || parseDsn(value) !== undefined)
}

function numberFrom(lowest: number, highest: number): Check {
  const isRight = (value: unknown): boolean =>
    typeof value === 'number' && value >= lowest && value <= highest
  return [isRight, `a number from ${lowest} to ${highest}`]
}

function isPatternList(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((pattern) => typeof pattern === 'string' || pattern instanceof RegExp)
  )
}
