import { Refusal } from '../refusals/refusal.ts'

/** A mistake of ours in reading something; the sender can still learn that it was not kept. */
export function unreadable(cause: unknown): Refusal {
  return new Refusal(400, 'It could not be read.', cause)
}
