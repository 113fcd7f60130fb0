import type { ThreadFailure } from './thread-failure.ts'

/** What the server's thread asks of the writer's. */
export interface UnitRequest {
  kind: 'unit'
  id: number
  name: string
  input: unknown
}

export type UnitReply =
  | { kind: 'unit-done'; id: number; output: unknown }
  | { kind: 'unit-failed'; id: number; error: ThreadFailure }
