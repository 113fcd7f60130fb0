import type * as z from 'zod'
import { AppError } from '../domain/app-error.ts'
import { describeIssue } from './describe-issue.ts'

type Part = 'path' | 'query' | 'body' | 'command'

/** Parses what came from outside, or throws an `invalid` that names each wrong field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: Part,
): z.output<Schema> {
  if (holdsNul(value)) throw new AppError('invalid', `The ${part} is wrong. It holds a NUL character.`)
  const parsed = schema.safeParse(value, { error: describeIssue })
  if (parsed.success) return parsed.data
  const fields = fieldsOf(parsed.error.issues, part)
  const sentences = Object.entries(fields).map(([field, wrong]) => `${field}: ${wrong}`)
  const detail =
    sentences.length > 0 ? sentences.join(' ') : endWithStop(parsed.error.issues[0]?.message ?? '')
  throw new AppError('invalid', `The ${part} is wrong. ${detail}`, { fields })
}

function fieldsOf(issues: readonly z.core.$ZodIssue[], part: Part): Record<string, string> {
  const fields: [string, string][] = []
  for (const issue of issues) {
    const place = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      const unknown = part === 'query' ? 'There is no such parameter.' : 'There is no such field.'
      for (const key of issue.keys) fields.push([[...place, key].join('.'), unknown])
    } else if (place.length > 0) {
      fields.push([place.join('.'), endWithStop(issue.message)])
    }
  }
  return Object.fromEntries(fields)
}

function endWithStop(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

/** PostgreSQL stores none, and SQLite cuts a text there when it compares. */
function holdsNul(value: unknown): boolean {
  // Not recursive: a body may be nested deeper than the stack.
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string' && next.includes('\0')) return true
    if (typeof next === 'object' && next !== null) {
      for (const [key, own] of Object.entries(next)) waiting.push(key, own)
    }
  }
  return false
}
