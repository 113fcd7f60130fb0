/**
 * An allowance per minute that may be used at once and comes back evenly. Credit is counted in 60,000ths of one, which
 * makes every sum of whole milliseconds a whole number: the last of an allowance is not lost to rounding.
 */
export interface TokenBucket {
  perMinute: number
  credit: number
  atMs: number
}

const creditOfOne = 60_000

export function fullBucket(perMinute: number, nowMs: number): TokenBucket {
  return { perMinute, credit: perMinute * creditOfOne, atMs: nowMs }
}

/** Brings a bucket to a moment and to the limit of that moment. A clock that went back gives nothing and takes nothing. */
export function refill(bucket: TokenBucket, perMinute: number, nowMs: number): void {
  const passedMs = Math.max(0, nowMs - bucket.atMs)
  bucket.perMinute = perMinute
  bucket.credit = Math.min(perMinute * creditOfOne, bucket.credit + passedMs * perMinute)
  bucket.atMs = nowMs
}

/** How long until there is enough; for ever when it is more than the whole allowance. */
export function waitMs(bucket: TokenBucket, weight: number): number {
  const missing = weight * creditOfOne - bucket.credit
  if (missing <= 0) return 0
  return weight > bucket.perMinute ? Number.POSITIVE_INFINITY : missing / bucket.perMinute
}

export function take(bucket: TokenBucket, weight: number): void {
  bucket.credit -= weight * creditOfOne
}
