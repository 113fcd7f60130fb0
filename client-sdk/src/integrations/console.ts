import { addBreadcrumb } from '../api.ts'
import { normaliseValue } from '../normalise-value.ts'
import type { Level } from '../options.ts'
import { replaceMethod } from './replace-method.ts'

const levels = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warning',
  error: 'error',
} as const satisfies Record<string, Level>

/** Notes what the program logs as breadcrumbs. */
export function watchConsole(): () => void {
  const names = Object.keys(levels) as (keyof typeof levels)[]
  const undo = names.map((name) =>
    replaceMethod(console, name, (original) => (...args: unknown[]) => {
      original(...args)
      noteLine(levels[name], args)
    }),
  )
  return () => undo.forEach((unhook) => unhook())
}

/** Describing an argument may run code of the host that logs again. */
let isNoting = false

function noteLine(level: Level, args: unknown[]): void {
  if (isNoting) return
  isNoting = true
  try {
    addBreadcrumb({
      category: 'console',
      level,
      message: args.slice(0, 20).map(lineOf).join(' ').slice(0, 2_000),
    })
  } finally {
    isNoting = false
  }
}

function lineOf(value: unknown): string {
  const plain = normaliseValue(value)
  return typeof plain === 'string' ? plain : (JSON.stringify(plain) ?? '')
}
