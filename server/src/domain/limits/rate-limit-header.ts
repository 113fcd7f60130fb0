import type { Limited, LimitReason } from './limit-settings.ts'

/**
 * The categories of the wire that our limits are about: events of every kind, and with them attachments, since
 * JavaScript SDKs send those of a dropped event all the same. Sessions and client reports go on: without the
 * latter nobody would know what a client dropped.
 */
const categories = ['default', 'error', 'security', 'feedback', 'attachment']

/** Whether a used-up limit is about items of the category; all others go on. */
export function isLimitedCategory(category: string): boolean {
  return categories.includes(category)
}

const scopes: Record<LimitReason, 'key' | 'project'> = {
  key_per_minute: 'key',
  project_per_minute: 'project',
  project_per_month: 'project',
}

/**
 * The value of `X-Sentry-Rate-Limits`: `seconds:category;category:scope:reason`. The grammar allows a list, but of two
 * entries for a category some SDKs keep the longer and others the last; all our limits have the same categories, so
 * only the longest is said. Python and Rust skip an entry without a scope, Ruby one without categories.
 */
export function rateLimitHeader(limits: readonly [Limited, ...Limited[]]): string {
  const [first, ...others] = limits
  const longest = others.reduce(
    (most, limit) => (limit.retryAfterSeconds > most.retryAfterSeconds ? limit : most),
    first,
  )
  return `${longest.retryAfterSeconds}:${categories.join(';')}:${scopes[longest.reason]}:${longest.reason}`
}
