export type AppErrorCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'

interface AppErrorOptions {
  /** Which field or parameter is wrong, and how. */
  fields?: Record<string, string>
  cause?: unknown
}

/** A failure that someone can act on: `message` is a sentence that says what was wrong and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  readonly fields: Record<string, string> | undefined

  constructor(code: AppErrorCode, message: string, { fields, cause }: AppErrorOptions = {}) {
    super(message, { cause })
    this.code = code
    this.fields = fields
  }
}
