import type { Frame } from '../../event/event.ts'
import type { RuleSource } from '../rules/rule.ts'

/** What a project's rules say of a frame. */
export interface Verdict {
  owner?: { isOurs: boolean; rule: RuleSource }
  helper?: RuleSource
}

/** A frame of an event that the rules have read. It exists while the event is grouped, and is never stored. */
export interface JudgedFrame extends Frame {
  verdict?: Verdict
}
