import type { Reader } from '../store.ts'
import { inState, payloadBytes } from './exempt.ts'
import type { PayloadWalk, ReceiptRange } from './payload-range.ts'

/** What one unit takes: the writer is to be held some milliseconds, whatever the sizes of payloads. */
const rowsAtOnce = 500
const bytesAtOnce = 1024 * 1024

export interface RangeInput {
  projectId: number
  /** Times of receipt: from this one on, and before that one. */
  from: number
  before: number
}

/** The next range of payloads for a walk, as much as one unit takes; undefined at its end. */
export async function findPayloads(
  reader: Reader,
  { state, ...range }: RangeInput & Pick<PayloadWalk, 'state'>,
): Promise<ReceiptRange | undefined> {
  return cutRange(await rowsFrom(reader, range).where(inState(state)).execute())
}

/** The next range of events, whatever is kept of them. */
export async function findEvents(reader: Reader, range: RangeInput): Promise<ReceiptRange | undefined> {
  return cutRange(await rowsFrom(reader, range).execute())
}

function rowsFrom(reader: Reader, { projectId, from, before }: RangeInput) {
  return reader
    .selectFrom('events')
    .select(['received_at', payloadBytes.as('bytes')])
    .where('project_id', '=', projectId)
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(rowsAtOnce)
}

/** The first of rows in order of receipt that one unit can take; at least one. */
export function cutRange(rows: { received_at: number; bytes: number }[]): ReceiptRange | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  let bytes = 0
  let until = first.received_at
  for (const row of rows) {
    bytes += row.bytes
    if (bytes > bytesAtOnce) break
    until = row.received_at
  }
  return { from: first.received_at, until }
}
