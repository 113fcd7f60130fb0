import { AppError, type AppErrorCode } from '../../domain/app-error.ts'
import { asUnavailable } from '../as-unavailable.ts'

/** An error as it crosses threads, where classes are lost. */
export interface ThreadFailure {
  code: AppErrorCode | undefined
  message: string
  fields: Record<string, string> | undefined
}

export function failureOf(failure: unknown): ThreadFailure {
  const error = asUnavailable(failure)
  if (error instanceof AppError) return { code: error.code, message: error.message, fields: error.fields }
  return {
    code: undefined,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    fields: undefined,
  }
}

/** The error on the other side; `what` failed, for those that are no `AppError`. */
export function errorOf({ code, message, fields }: ThreadFailure, what: string): Error {
  if (code === undefined) return new Error(`${what} failed: ${message}`)
  return new AppError(code, message, fields === undefined ? {} : { fields })
}
