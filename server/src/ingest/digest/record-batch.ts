import type { StorageSettings } from '../../domain/storage/index.ts'
import { recordAttachments } from '../../store/attachments.ts'
import { countOutcomes } from '../../store/count-outcomes.ts'
import { recordFeedback } from '../../store/feedback.ts'
import type { Dictionaries } from '../../store/recorder/dictionaries.ts'
import { recordEvents } from '../../store/recorder/record-events.ts'
import { isStoreFailure, mayPass } from '../../store/is-store-failure.ts'
import { keepRefusals } from '../../store/refusals.ts'
import { recordSessions } from '../../store/sessions.ts'
import type { WriteHandle } from '../../store/write-handle.ts'
import type { Answer } from '../arrival.ts'
import type { Decoded } from '../decode/decoded.ts'
import { acceptedOutcomes } from './accepted-outcomes.ts'
import type { BoundSdkLabels } from '../bound-sdk-labels.ts'
import { tellLeftOut } from './left-out-attachments.ts'
import { unstorable } from './unstorable.ts'

export interface RecordingParts {
  handle: WriteHandle
  dictionaries: Dictionaries
  boundSdkLabels: BoundSdkLabels
  /** How much a project keeps. */
  storageOf(projectId: number): StorageSettings
  logFailure(error: unknown): void
}

/**
 * Commits what a batch of requests holds and answers each. If the batch cannot be committed, each request is
 * tried in a transaction of its own, so that one poisoned event takes no neighbour along, and is refused. Where the
 * store itself failed, that would only take its time again for each. Mistakes of ours in decoding are logged, each kind once.
 */
export async function recordBatch(parts: RecordingParts, batch: Decoded[]): Promise<Answer[]> {
  const failures = batch.flatMap((decoded) => decoded.failures)
  for (const failure of new Map(failures.map((error) => [String(error), error])).values())
    parts.logFailure(failure)
  return recordTogether(parts, batch)
}

async function recordTogether(parts: RecordingParts, batch: Decoded[]): Promise<Answer[]> {
  try {
    await commit(parts, batch)
    return batch.map(({ answer }) => answer)
  } catch (error) {
    parts.dictionaries.clear()
    if (!isStoreFailure(error)) return recordAlone(parts, batch)
    parts.logFailure(error)
    return batch.map(() => notStored)
  }
}

const notStored: Answer = {
  status: 503,
  body: { detail: 'The event could not be stored. It was not counted; send it again.' },
}

async function recordAlone(parts: RecordingParts, batch: Decoded[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const decoded of batch) answers.push(await recordOne(parts, decoded))
  return answers
}

async function recordOne(parts: RecordingParts, decoded: Decoded): Promise<Answer> {
  try {
    await commit(parts, [decoded])
    return decoded.answer
  } catch (error) {
    parts.dictionaries.clear()
    parts.logFailure(error)
    return mayPass(error) ? notStored : leaveOut(parts, decoded)
  }
}

/** What is at fault itself would be refused again and again: it is counted, with an example, and the client told. */
async function leaveOut(parts: RecordingParts, decoded: Decoded): Promise<Answer> {
  const left = unstorable(decoded)
  try {
    await commit(parts, [left])
    return left.answer
  } catch (error) {
    parts.logFailure(error)
    return notStored
  }
}

async function commit(parts: RecordingParts, batch: Decoded[]): Promise<void> {
  const { handle, dictionaries, boundSdkLabels, storageOf } = parts
  const events = batch.flatMap((decoded) => decoded.events)
  const sessions = batch.flatMap((decoded) => decoded.sessions)
  const feedback = batch.flatMap((decoded) => decoded.feedback)
  await handle.transaction(async (tx) => {
    const recorder = { dialect: handle.dialect, dictionaries, storageOf }
    const recorded = await recordEvents(tx, recorder, events)
    const attachments = await recordAttachments(
      tx,
      batch.flatMap((decoded) => decoded.attachments),
    )
    const isNew = new Set<object>([
      ...events.filter((_, index) => recorded[index]?.kind === 'stored'),
      ...attachments.kept,
      ...(await recordFeedback(tx, feedback)),
    ])
    await recordSessions(tx, sessions)
    const tooMany = new Set(attachments.tooMany)
    const leftOut = batch.map((decoded) => tellLeftOut(decoded, tooMany))
    const accepted = batch.flatMap((decoded) => acceptedOutcomes(decoded, (record) => isNew.has(record)))
    const told = [...batch, ...leftOut]
    const outcomes = [...told.flatMap((one) => one.outcomes), ...accepted]
    await countOutcomes(tx, outcomes.map(boundSdkLabels))
    await keepRefusals(
      tx,
      told.flatMap((one) => one.refusals),
    )
  })
}
