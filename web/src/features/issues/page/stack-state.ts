/** How stack traces are shown, as it stands in the URL. */
export interface StackState {
  /** App frames where nothing is said. */
  stack?: 'all' | 'raw' | undefined
  /** Where nothing is said, the one that this browser was left with. */
  order?: StackOrder | undefined
}
export type StackOrder = 'newest' | 'oldest'

export function readStackState({ stack, order }: Record<string, unknown>): StackState {
  return {
    stack: stack === 'all' || stack === 'raw' ? stack : undefined,
    order: order === 'newest' || order === 'oldest' ? order : undefined,
  }
}
