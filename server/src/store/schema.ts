import type { ColumnType, GeneratedAlways } from 'kysely'
import type { PayloadState } from '../domain/storage/payload-state.ts'
import type {
  FingerprintHashTable,
  FingerprintHourTable,
  FingerprintTable,
  FingerprintTagKeyTable,
  FingerprintTagTable,
  FingerprintUserTable,
  FuseStackTable,
  GroupingRunTable,
  MergeSuggestionTable,
  RegroupingTable,
} from './grouping-tables.ts'

/**
 * The tables as they are read and written: the same on both engines (`migrations/`).
 * Times are epoch milliseconds; bytes come back as Buffers.
 */
export interface Schema {
  installation: InstallationTable
  projects: ProjectTable
  dsn_keys: DsnKeyTable
  issues: IssueTable
  fingerprints: FingerprintTable
  fingerprint_hashes: FingerprintHashTable
  fuse_stacks: FuseStackTable
  events: EventTable
  payload_dictionaries: PayloadDictionaryTable
  fingerprint_hours: FingerprintHourTable
  fingerprint_tag_keys: FingerprintTagKeyTable
  fingerprint_tags: FingerprintTagTable
  fingerprint_users: FingerprintUserTable
  regroupings: RegroupingTable
  merge_suggestions: MergeSuggestionTable
  grouping_runs: GroupingRunTable
  search_documents: SearchDocumentTable
  activities: ActivityTable
  outcomes: OutcomeTable
  refusals: RefusalTable
  attachments: AttachmentTable
  feedback: FeedbackTable
  release_hours: ReleaseHourTable
  troubled_sessions: TroubledSessionTable
  release_users: ReleaseUserTable
  api_tokens: ApiTokenTable
}

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>

interface InstallationTable {
  id: number
  installation_id: string
  session_secret: string
  config_version: number
  created_at: number
}

interface ProjectTable {
  id: GeneratedAlways<number>
  slug: string
  name: string
  platform: string | null
  short_prefix: string
  last_issue_number: ColumnType<number, number | undefined>
  last_fingerprint_number: ColumnType<number, number | undefined>
  last_regrouping_number: ColumnType<number, number | undefined>
  last_grouping_run_number: ColumnType<number, number | undefined>
  grouping_rules: ColumnType<string | null, string | null | undefined>
  first_event_at: ColumnType<number | null, number | null | undefined>
  last_event_at: ColumnType<number | null, number | null | undefined>
  settings: ColumnType<string | null, string | null | undefined>
  payload_bytes: ColumnType<number, number | undefined>
  indexed_until: ColumnType<number, number | undefined>
  created_at: number
}

interface DsnKeyTable {
  project_id: number
  public_key: string
  status: 'active' | 'disabled'
  created_at: number
}

interface IssueTable {
  project_id: number
  number: number
  status: 'unresolved' | 'resolved' | 'archived'
  status_reason: 'new' | 'ongoing' | 'regressed' | 'resolved' | 'archived'
  title: string
  type: string
  value: string
  culprit: string
  level: 'fatal' | 'error' | 'warning' | 'info' | 'debug'
  platform: string
  handling: 'handled' | 'unhandled'
  event_count: number
  user_count: number
  activity_count: ColumnType<number, number | undefined>
  first_seen: number
  last_seen: number
  first_release: string | null
  last_release: string | null
  resolved_at: ColumnType<number | null, number | null | undefined>
  dictionary_event_id: Bytes
  merged_into: ColumnType<number | null, number | null | undefined>
  /** Payloads that are kept as samples; those that are always kept are not among them. */
  sample_count: ColumnType<number, number | undefined>
}

interface EventTable {
  project_id: number
  event_id: Bytes
  fingerprint_number: number
  occurred_at: number
  received_at: number
  title: string
  release: string | null
  environment: string | null
  user_label: string | null
  /** Of what samples of an issue are spread over: 32 bits. */
  sample_key: number
  payload_state: PayloadState
  /** NULL once the payload was let go, as is the payload. */
  codec: 'deflate' | 'deflate-dictionary' | 'deflate-beginning' | null
  dictionary_event_id: ColumnType<Buffer | null, Uint8Array | null>
  payload: ColumnType<Buffer | null, Uint8Array | null>
}

/** How many payloads need an event's to be inflated. */
interface PayloadDictionaryTable {
  project_id: number
  event_id: Bytes
  payload_count: number
}

/** What a fingerprint is found by; the index itself is the dialect's. */
export interface SearchDocumentTable {
  project_id: number
  fingerprint_number: number
  words: string
}

interface ActivityTable {
  project_id: number
  issue_number: number
  number: number
  kind:
    'first_seen' | 'resolved' | 'archived' | 'reopened' | 'regressed' | 'merged' | 'unmerged' | 'regrouped'
  at: number
  actor: string | null
  detail: string | null
  regrouping_number: ColumnType<number | null, number | null | undefined>
}

interface OutcomeTable {
  project_id: number
  hour: number
  category: string
  outcome: 'accepted' | 'filtered' | 'limited' | 'invalid' | 'not_kept' | 'lost_in_client'
  reason: string
  public_key: string
  sdk: string
  quantity: number
}

interface RefusalTable {
  project_id: number
  category: string
  outcome: OutcomeTable['outcome']
  reason: string
  slot: number
  at: number
  detail: string
  public_key: string | null
  sdk: string | null
  headers: string
}

interface AttachmentTable {
  project_id: number
  event_id: Bytes
  hash: Bytes
  name: string
  content_type: string
  kind: string
  byte_count: number
  received_at: number
  codec: 'identity' | 'deflate'
  content: Bytes
  /** JSON: what scrubbing took out. */
  removed: string | null
}

interface FeedbackTable {
  project_id: number
  feedback_id: Bytes
  event_id: ColumnType<Buffer | null, Uint8Array | null>
  received_at: number
  name: string | null
  email: string | null
  message: string
  url: string | null
  /** JSON: what scrubbing took out. */
  removed: string | null
}

interface ReleaseHourTable {
  project_id: number
  release: string
  environment: string
  hour: number
  started: number
  errored: number
  crashed: number
}

interface TroubledSessionTable {
  project_id: number
  session_id: Bytes
  status: 'errored' | 'crashed'
  /** Where it is counted. */
  release: string
  environment: string
  hour: number
}

interface ReleaseUserTable {
  project_id: number
  release: string
  environment: string
  user_hash: Bytes
  status: 'healthy' | 'crashed'
}

interface ApiTokenTable {
  id: string
  name: string
  hash: Bytes
  created_at: number
}
