/** The categories of the wire's rate limits, by the item types of the protocol. */
const categories = new Map([
  ['event', 'error'],
  ['transaction', 'transaction'],
  ['span', 'span'],
  ['attachment', 'attachment'],
  ['session', 'session'],
  ['sessions', 'session'],
  ['client_report', 'internal'],
  ['feedback', 'feedback'],
  ['user_report', 'feedback'],
  ['check_in', 'monitor'],
  ['log', 'log_item'],
  ['otel_log', 'log_item'],
  ['trace_metric', 'trace_metric'],
  ['replay_event', 'replay'],
  ['replay_recording', 'replay'],
  ['replay_video', 'replay'],
  ['profile', 'profile'],
  ['profile_chunk', 'profile_chunk'],
  ['profile_chunk_ui', 'profile_chunk'],
  ['statsd', 'metric_bucket'],
  ['metric_buckets', 'metric_bucket'],
  ['raw_security', 'security'],
  ['security', 'security'],
  ['nel', 'nel'],
  ['form_data', 'default'],
  ['unreal_report', 'default'],
])

/** As what an item is counted. Names of a sender's own would be a row each, without end. */
export function itemCategory(type: string): string {
  return categories.get(type) ?? 'unknown'
}
