import type { AppErrorCode } from '../../domain/app-error.ts'

/** What the server's thread asks of the writer's. */
export interface UnitRequest {
  kind: 'unit'
  id: number
  name: string
  input: unknown
}

export type UnitReply =
  { kind: 'unit-done'; id: number; output: unknown } | { kind: 'unit-failed'; id: number; error: UnitFailure }

/** An error as it crosses threads, where classes are lost. */
export interface UnitFailure {
  code: AppErrorCode | undefined
  message: string
  fields: Record<string, string> | undefined
}
