import type { Origin } from './origin.ts'
import type { JudgedFrame } from './verdict.ts'

/** A frame as the grouping sees it. */
export interface Call {
  /** Index into the stack's frames. */
  index: number
  frame: JudgedFrame
  /** Equal for two calls of one function. */
  place: string
  origin: Origin
  /** '' when the function has no name, and for code that is not the application's. */
  name: string
  /** '' for code that is not the application's. */
  module: string
}
