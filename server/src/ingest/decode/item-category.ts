/** What clients send besides events, by the names of the protocol. */
const known = new Set([
  'transaction',
  'span',
  'attachment',
  'session',
  'sessions',
  'client_report',
  'feedback',
  'user_report',
  'check_in',
  'log',
  'otel_log',
  'trace_metric',
  'replay_event',
  'replay_recording',
  'replay_video',
  'profile',
  'profile_chunk',
  'profile_chunk_ui',
  'statsd',
  'metric_buckets',
  'raw_security',
  'security',
  'nel',
  'form_data',
  'unreal_report',
])

/** As what an item is counted that is not kept. Names of a sender's own would be a row each, without end. */
export function itemCategory(type: string): string {
  return known.has(type) ? type : 'unknown'
}
