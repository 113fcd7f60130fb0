import { countOutcomes, type Outcome } from '../../store/count-outcomes.ts'
import type { Dictionaries } from '../../store/recorder/dictionaries.ts'
import type { Recorded } from '../../store/recorder/event-record.ts'
import { recordEvents } from '../../store/recorder/record-events.ts'
import type { WriteHandle } from '../../store/write-handle.ts'
import type { Answer } from '../arrival.ts'
import type { Decoded } from '../decode/decoded.ts'

/**
 * Commits what a batch of requests holds and answers each. If the batch cannot be committed, each request is
 * tried in a transaction of its own, so that one poisoned event takes no neighbour along.
 */
export async function recordBatch(
  handle: WriteHandle,
  dictionaries: Dictionaries,
  batch: Decoded[],
  logFailure: (error: unknown) => void,
): Promise<Answer[]> {
  try {
    await commit(handle, dictionaries, batch)
    return batch.map(({ answer }) => answer)
  } catch (error) {
    dictionaries.clear()
    if (batch.length > 1) return recordAlone(handle, dictionaries, batch, logFailure)
    logFailure(error)
    return [
      { status: 503, body: { detail: 'The event could not be stored. It was not counted; send it again.' } },
    ]
  }
}

async function recordAlone(
  handle: WriteHandle,
  dictionaries: Dictionaries,
  batch: Decoded[],
  logFailure: (error: unknown) => void,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const decoded of batch)
    answers.push(...(await recordBatch(handle, dictionaries, [decoded], logFailure)))
  return answers
}

async function commit(handle: WriteHandle, dictionaries: Dictionaries, batch: Decoded[]): Promise<void> {
  const records = batch.flatMap((decoded) => decoded.records)
  await handle.transaction(async (tx) => {
    const recorded = await recordEvents(tx, handle.dialect, dictionaries, records)
    const accepted = records.flatMap((record, index) => acceptedOutcome(record, recorded[index]))
    await countOutcomes(tx, [...batch.flatMap((decoded) => decoded.outcomes), ...accepted])
  })
}

/** A duplicate is answered like the first, but counts nowhere. */
function acceptedOutcome(
  { projectId, receivedAtMs }: Decoded['records'][number],
  recorded: Recorded | undefined,
): Outcome[] {
  if (recorded?.kind !== 'stored') return []
  return [{ projectId, atMs: receivedAtMs, category: 'error', outcome: 'accepted', reason: '', quantity: 1 }]
}
