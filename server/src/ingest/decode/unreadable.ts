import { Refusal } from '../refusals/refusal.ts'

/** A mistake of ours in reading something: the sender learns that it was not kept, and the log why. */
export function unreadable(cause: unknown): Refusal {
  return new Refusal(400, 'It could not be read.', cause)
}
