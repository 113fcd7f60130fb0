/** A request that cannot be kept: the status, and a sentence that says what was wrong with it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 401 | 403 | 405 | 413 | 415 | 429 | 503

  constructor(status: Refusal['status'], detail: string, cause?: unknown) {
    super(detail, { cause })
    this.status = status
  }
}
