/** Until when a server wants no more of a category; `all` stands for every one. Epoch milliseconds. */
export type RateLimits = ReadonlyMap<string, number>

export interface ReplyHeaders {
  status: number
  rateLimits: string | undefined
  retryAfter: string | undefined
}

const defaultSeconds = 60

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
  if (rateLimits !== undefined && rateLimits !== '') {
    for (const limit of rateLimits.split(',')) {
      const [seconds = '', categories = ''] = limit.trim().split(':')
      const until = now + readSeconds(seconds, now) * 1_000
      for (const category of categories === '' ? ['all'] : categories.split(';')) after.set(category, until)
    }
  } else if (status === 429) after.set('all', now + readSeconds(retryAfter ?? '', now) * 1_000)
  return after
}

/** Seconds, or the date of HTTP; a minute when it is neither. */
function readSeconds(text: string, now: number): number {
  const seconds = Number(text)
  if (text !== '' && Number.isFinite(seconds) && seconds >= 0) return seconds
  const date = Date.parse(text)
  return Number.isNaN(date) ? defaultSeconds : Math.max(0, (date - now) / 1_000)
}
