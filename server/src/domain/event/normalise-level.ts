import type { Json, Level } from './event.ts'
import { asText } from './read-json.ts'

const levels: Record<string, Level> = {
  fatal: 'fatal',
  critical: 'fatal',
  error: 'error',
  warning: 'warning',
  warn: 'warning',
  info: 'info',
  log: 'info',
  debug: 'debug',
  // Python's numbers.
  '10': 'debug',
  '20': 'info',
  '30': 'warning',
  '40': 'error',
  '50': 'fatal',
}

export function readLevel(value: Json | undefined): Level | undefined {
  const name = (asText(value, 64) ?? '').toLowerCase()
  return Object.hasOwn(levels, name) ? levels[name] : undefined
}
