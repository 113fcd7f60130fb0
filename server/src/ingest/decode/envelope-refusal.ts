import { Refusal } from '../refusals/refusal.ts'

/** One item is too much for the whole envelope: nothing of it is kept. */
export class EnvelopeRefusal extends Refusal {
  constructor(detail: string) {
    super(413, detail)
  }
}
