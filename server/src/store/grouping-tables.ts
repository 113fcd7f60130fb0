import type { ColumnType } from 'kysely'

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>
type OptionalBytes = ColumnType<Buffer | null, Uint8Array | null>

/** What gathers events and belongs to an issue; everything that is counted is counted by it. */
export interface FingerprintTable {
  project_id: number
  number: number
  issue_number: number
  /** The issue that it was made with. */
  first_issue_number: number
  binding: 'own' | 'merged' | 'pinned' | 'regrouped'
  title: string
  type: string
  value: string
  culprit: string
  event_count: number
  first_seen: number
  last_seen: number
  first_release: string | null
  last_release: string | null
  sample_count: ColumnType<number, number | undefined>
  created_at: number
}

/** What leads events to a fingerprint. */
export interface FingerprintHashTable {
  project_id: number
  version: number
  hash: Bytes
  fingerprint_number: number
  tier: string
  parts: string
  stack_hash: OptionalBytes
  likeness_hash: OptionalBytes
  chain: string | null
  comparison: 'waiting' | 'done'
  created_at: number
}

export interface FuseStackTable {
  project_id: number
  stack_hash: Bytes
  template_count: number
  first_fingerprint_number: number
  fuse: 'on' | 'off'
  attached_count: number
}

export interface FingerprintHourTable {
  project_id: number
  fingerprint_number: number
  hour: number
  event_count: number
}

export interface FingerprintTagKeyTable {
  project_id: number
  fingerprint_number: number
  key: string
  value_count: number
  other_count: number
}

export interface FingerprintTagTable {
  project_id: number
  fingerprint_number: number
  key: string
  value: string
  event_count: number
  last_seen: number
}

export interface FingerprintUserTable {
  project_id: number
  fingerprint_number: number
  user_hash: Bytes
}

export interface RegroupingTable {
  project_id: number
  number: number
  kind: 'merge' | 'unmerge' | 'rules'
  state: 'done' | 'undone'
  at: number
  actor: string | null
  /** JSON. */
  moves: string
}

export interface MergeSuggestionTable {
  project_id: number
  /** The lower number of the two. */
  fingerprint_number: number
  other_number: number
  state: 'open' | 'accepted' | 'dismissed'
  reason: string
  created_at: number
}

export interface GroupingRunTable {
  project_id: number
  number: number
  kind: 'preview' | 'apply'
  state: 'running' | 'done' | 'failed' | 'undone'
  rules: string
  rules_before: string | null
  actor: string | null
  started_at: number
  done_count: number
  total_count: number
  error: string | null
  /** JSON. */
  result: string | null
  regrouping_number: number | null
}
