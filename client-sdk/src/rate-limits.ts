/** Until when a server wants no more of a category; `all` stands for every one. Epoch milliseconds. */
export type RateLimits = ReadonlyMap<string, number>

export interface ReplyHeaders {
  status: number
  rateLimits: string | undefined
  retryAfter: string | undefined
}

const defaultSeconds = 60
/** A broken header must not turn reporting off for ever. */
const mostSeconds = 24 * 60 * 60

export function mayNotSend(limits: RateLimits, category: string, now: number): boolean {
  return Math.max(limits.get(category) ?? 0, limits.get('all') ?? 0) > now
}

/** The limits after a reply. `X-Sentry-Rate-Limits: 60:error;session:key, 2700::organization` counts on any status. */
export function readRateLimits(
  before: RateLimits,
  { status, rateLimits, retryAfter }: ReplyHeaders,
  now: number,
): RateLimits {
  const after = new Map(before)
  // Of two limits the longer holds.
  const limit = (category: string, seconds: string): void =>
    void after.set(category, Math.max(after.get(category) ?? 0, now + readSeconds(seconds, now) * 1_000))
  if (rateLimits !== undefined && rateLimits !== '') {
    for (const one of rateLimits.split(',')) {
      const [seconds = '', categories = ''] = one.split(':').map((part) => part.trim())
      for (const category of categories === '' ? ['all'] : categories.split(';')) {
        limit(category.trim(), seconds)
      }
    }
  } else if (status === 429) limit('all', retryAfter ?? '')
  return after
}

/** Seconds, or the date of HTTP; a minute when it is neither. */
function readSeconds(text: string, now: number): number {
  const seconds = text === '' ? Number.NaN : Number(text)
  if (Number.isFinite(seconds) && seconds >= 0) return Math.min(seconds, mostSeconds)
  // `Date.parse` also takes "-5", for a year.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? defaultSeconds : Math.min(Math.max(0, (date - now) / 1_000), mostSeconds)
}
