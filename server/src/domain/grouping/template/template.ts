import type { Replaced } from '../grouping.ts'

/** The message without what differs between occurrences of one error. */
export interface Template {
  text: string
  replaced: Replaced[]
  /** The message is an engine's or parser's own, translated into the shared vocabulary. */
  engine: boolean
}
