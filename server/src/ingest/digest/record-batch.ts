import { recordAttachments } from '../../store/attachments.ts'
import { countOutcomes } from '../../store/count-outcomes.ts'
import { recordFeedback } from '../../store/feedback.ts'
import type { Dictionaries } from '../../store/recorder/dictionaries.ts'
import { recordEvents } from '../../store/recorder/record-events.ts'
import { isStoreFailure } from '../../store/is-store-failure.ts'
import { keepRefusals } from '../../store/refusals.ts'
import { recordSessions } from '../../store/sessions.ts'
import type { WriteHandle } from '../../store/write-handle.ts'
import type { Answer } from '../arrival.ts'
import type { Decoded } from '../decode/decoded.ts'
import { acceptedOutcomes } from './accepted-outcomes.ts'

/**
 * Commits what a batch of requests holds and answers each. If the batch cannot be committed, each request is
 * tried in a transaction of its own, so that one poisoned event takes no neighbour along. Where the store itself
 * failed, that would only take its time again for each.
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
    if (batch.length > 1 && !isStoreFailure(error)) {
      return recordAlone(handle, dictionaries, batch, logFailure)
    }
    logFailure(error)
    return batch.map(() => notStored)
  }
}

const notStored: Answer = {
  status: 503,
  body: { detail: 'The event could not be stored. It was not counted; send it again.' },
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
  const events = batch.flatMap((decoded) => decoded.events)
  const attachments = batch.flatMap((decoded) => decoded.attachments)
  const feedback = batch.flatMap((decoded) => decoded.feedback)
  await handle.transaction(async (tx) => {
    const recorded = await recordEvents(tx, handle.dialect, dictionaries, events)
    const isNew = new Set<object>([
      ...events.filter((_, index) => recorded[index]?.kind === 'stored'),
      ...(await recordAttachments(tx, attachments)),
      ...(await recordFeedback(tx, feedback)),
    ])
    await recordSessions(
      tx,
      batch.flatMap((decoded) => decoded.sessions),
    )
    const accepted = batch.flatMap((decoded) => acceptedOutcomes(decoded, (record) => isNew.has(record)))
    await countOutcomes(tx, [...batch.flatMap((decoded) => decoded.outcomes), ...accepted])
    await keepRefusals(
      tx,
      batch.flatMap((decoded) => decoded.refusals),
    )
  })
}
