/** A request or an item that cannot be kept: the status, and a sentence that says what was wrong with it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 503

  constructor(status: Refusal['status'], detail: string, cause?: unknown) {
    // Nobody reads the stack of a refusal, and in a flood of them it would cost more than all that decides on it.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(detail, { cause })
    Error.stackTraceLimit = stackTraceLimit
    this.status = status
  }

  /** The word under which it is counted. */
  get reason(): string {
    return reasons[this.status]
  }
}

const reasons: Record<Refusal['status'], string> = {
  400: 'malformed',
  401: 'no_key',
  403: 'unknown_key',
  404: 'no_key',
  405: 'method',
  413: 'too_large',
  415: 'encoding',
  429: 'queue_full',
  503: 'unavailable',
}
