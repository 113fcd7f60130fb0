import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { Refusal } from '../refusals/refusal.ts'

/** One item is too much for the whole envelope: nothing of it is kept. */
export class EnvelopeRefusal extends Refusal {
  readonly items: EnvelopeItem[]

  constructor({ message, cause }: Refusal, items: EnvelopeItem[]) {
    super(413, message, cause)
    this.items = items
  }
}

/** What an envelope may bring is used up. */
export class RoomRefusal extends Refusal {
  constructor(detail: string) {
    super(413, detail)
  }
}
