/** The fields of an event that a rule can ask about. */
export const eventFields = ['type', 'message', 'logger', 'release'] as const
/** Those of a frame. */
export const frameFields = ['function', 'module', 'path'] as const

export type EventField = (typeof eventFields)[number]
export type FrameField = (typeof frameFields)[number]

/** What it asks of a text, prepared once: in small letters, with the longest part that has no wildcard. */
export interface Glob {
  pattern: string
  part: string
}

interface Asked {
  negated: boolean
  glob: Glob
}

export type EventMatcher = Asked & ({ of: EventField } | { of: 'tags'; key: string })
export type FrameMatcher = Asked & { of: FrameField }

export const frameActions = ['in-app', 'not-in-app', 'helper'] as const

export type FrameAction = { kind: (typeof frameActions)[number] }
export type KeyAction =
  | { kind: 'fingerprint'; entries: string[] }
  | { kind: 'add-part'; entries: string[] }
  | { kind: 'drop-part'; name: string }

/** Where a decision was written, for who wonders about it. */
export interface RuleSource {
  /** From 1. */
  line: number
  text: string
}

export interface Rule<Action> extends RuleSource {
  /** All of them must hold. */
  event: EventMatcher[]
  /** All of them must hold of one frame. */
  frame: FrameMatcher[]
  action: Action
}

/** A project's rules, in their order. Plain data: they cross threads. */
export interface GroupingRules {
  onFrames: Rule<FrameAction>[]
  onKeys: Rule<KeyAction>[]
}

export const noRules: GroupingRules = { onFrames: [], onKeys: [] }

export function hasRules({ onFrames, onKeys }: GroupingRules): boolean {
  return onFrames.length > 0 || onKeys.length > 0
}

export interface RuleError {
  /** From 1. */
  line: number
  /** Characters from the start of the line. */
  from: number
  to: number
  /** Says what is wrong and what was expected. */
  message: string
}

const longestQuote = 160

export function quoteRule({ line, text }: RuleSource): string {
  const quoted = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
  return `line ${line} of the project’s rules, “${quoted}”`
}
