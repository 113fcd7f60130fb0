import { AppError } from '../domain/app-error.ts'
import { Download } from '../http/download.ts'
import { readAttachment } from '../store/attachments.ts'
import { readEvent } from '../store/event-read.ts'
import type { Reader } from '../store/store.ts'
import { parseEventId } from './event-id.ts'
import { findNamedIssue } from './find-named-issue.ts'

/** Throws `not_found` unless the event is of the issue, and the file of the event. */
export async function downloadAttachment(
  reader: Reader,
  { id, eventId, attachmentId }: { id: string; eventId: string; attachmentId: string },
): Promise<Download> {
  const { key } = await findNamedIssue(reader, id)
  const event = parseEventId(eventId)
  const hash = parseEventId(attachmentId)
  const isOfIssue = event !== undefined && (await readEvent(reader, key, event)) !== undefined
  const file = isOfIssue && hash ? await readAttachment(reader, key.projectId, event, hash) : undefined
  if (file === undefined) {
    throw new AppError('not_found', `The event has no attachment "${attachmentId.slice(0, 100)}".`)
  }
  return new Download(file.name, file.content)
}
