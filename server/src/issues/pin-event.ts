import type { EventDetail } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { readEventId } from '../domain/event/event-id.ts'
import { pinEvent } from '../store/storage/pin-event.ts'
import type { Store } from '../store/store.ts'
import { describeEvent } from './describe-event.ts'
import { findNamedIssue } from './find-named-issue.ts'

/** Keeps one event of an issue whole for good, or no longer. Answers it as it is then. */
export async function answerPin(
  store: Store,
  params: { id: string; eventId: string },
  pinned: boolean,
): Promise<EventDetail> {
  const { key } = await findNamedIssue(store.reader, params.id)
  const eventId = readEventId(params.eventId)
  if (eventId === undefined)
    throw new AppError('not_found', `"${params.eventId.slice(0, 100)}" is no event id: it has 32 hex digits.`)
  await store.write(pinEvent, { ...key, eventId, pinned })
  return describeEvent(store.reader, params.id, eventId)
}
