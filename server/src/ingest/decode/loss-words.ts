/** What clients say in their reports, by the protocol. A word of a sender's own would be a row of counts, without end. */

const reasons = new Set([
  'backpressure',
  'before_send',
  'buffer_overflow',
  'cache_overflow',
  'event_processor',
  'ignored',
  'insufficient_data',
  'internal_sdk_error',
  'invalid',
  'network_error',
  'no_parent_span',
  'queue_overflow',
  'ratelimit_backoff',
  'sample_rate',
  'send_error',
  'too_big',
])

const categories = new Set([
  'attachment',
  'default',
  'error',
  'feedback',
  'internal',
  'log_byte',
  'log_item',
  'metric_bucket',
  'monitor',
  'profile',
  'profile_chunk',
  'replay',
  'security',
  'session',
  'span',
  'trace_metric',
  'transaction',
])

export function lossReason(said: string | undefined): string {
  return said !== undefined && reasons.has(said) ? said : 'other'
}

export function lossCategory(said: string | undefined): string {
  return said !== undefined && categories.has(said) ? said : 'other'
}
