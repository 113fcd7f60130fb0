/** Goes up when a change would give stored events another hash; older versions stay runnable beside it. */
export const GROUPING_VERSION = 1

/** What decided the group, strongest first. The tier is part of the hash, so no two tiers ever share a group. */
export type Tier =
  | 'rule'
  | 'client'
  | 'report'
  | 'canonical'
  | 'site'
  | 'library'
  | 'minified'
  | 'frameless'
  | 'thread'
  | 'message'
  | 'empty'

export interface Grouping {
  version: number
  tier: Tier
  /** 16 bytes. */
  hash: Uint8Array
  /** 16 bytes: what the hash would be without the project's rules, where they changed it. */
  unruledHash?: Uint8Array
  parts: FingerprintPart[]
  title: string
  type: string
  value: string
  culprit: string
  /** 16 bytes: the error's type and all our calls. Stacks that go on producing new messages are watched by it. */
  stack?: Uint8Array
  /** 16 bytes: type and template. Groups that share it may be one bug. */
  likeness?: Uint8Array
  /** Our calls, innermost first, to compare with those of a group that is alike. */
  chain?: string[]
}

/** One ingredient of the hash, with what a person needs to understand why it is there. */
export interface FingerprintPart {
  name: string
  value: string
  reason: string
  /** Index into the frames of the exception or thread. */
  frame?: number
  /** Index into the event's exceptions. */
  exception?: number
  /** Spans of the message's first line that do not count. */
  replaced?: Replaced[]
  skipped?: SkippedFrame[]
}

export interface Replaced {
  from: number
  to: number
  label: string
}

export interface SkippedFrame {
  frame: number
  why: string
}

/** A key before it is hashed. */
export interface Key {
  tier: Tier
  parts: FingerprintPart[]
}
