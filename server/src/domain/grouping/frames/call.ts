import type { Frame } from '../../event/event.ts'
import type { Origin } from './origin.ts'

/** A frame as the grouping sees it. */
export interface Call {
  /** Index into the stack's frames. */
  index: number
  /** '' when the function has no name. */
  name: string
  module: string
  origin: Origin
  frame: Frame
}
