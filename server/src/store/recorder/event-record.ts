import type { Level } from '../../domain/event/event.ts'

/** An event as it leaves decoding: all that recording needs to know of it. */
export interface EventRecord {
  projectId: number
  /** 16 bytes. */
  eventId: Buffer
  occurredAtMs: number
  receivedAtMs: number
  fingerprint: NewestFingerprint
  /** By older versions of the grouping, newest first; asked when the newest hash is unknown. */
  olderFingerprints: FingerprintRecord[]
  title: string
  type: string
  value: string
  culprit: string
  level: Level
  platform: string
  handling: 'handled' | 'unhandled'
  release: string | undefined
  environment: string | undefined
  /** What a list shows of the user. */
  userLabel: string | undefined
  /** 16 bytes that tell users apart. */
  userHash: Buffer | undefined
  tags: Record<string, string>
  /** 32 bits: of what the samples of an issue are spread over. */
  sampleKey: number
  /** The normalised event as JSON. */
  json: string
}

export interface FingerprintRecord {
  version: number
  /** 16 bytes. */
  hash: Buffer
  tier: string
  /** JSON of the parts with their reasons. */
  parts: string
}

/** The fingerprint by today's grouping, with what is remembered to notice likeness. */
export interface NewestFingerprint extends FingerprintRecord {
  /** What the hash would be without the project's rules, where they changed it. */
  unruledHash: Buffer | undefined
  /** Of the code path; undefined where a client or a rule has decided. */
  stackHash: Buffer | undefined
  /** Of type and template. */
  likenessHash: Buffer | undefined
  /** JSON of our calls, innermost first. */
  chain: string | undefined
}

/** What became of a record: stored in an issue, or known already and not counted again. */
export type Recorded = { kind: 'stored'; issueNumber: number } | { kind: 'duplicate' }
