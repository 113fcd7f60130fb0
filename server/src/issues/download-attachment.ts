import { AppError } from '../domain/app-error.ts'
import { readEventId } from '../domain/event/event-id.ts'
import { Download } from '../http/download.ts'
import { readAttachment } from '../store/attachments.ts'
import { hasEvent } from '../store/event-read.ts'
import type { Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'

const attachmentIds = /^[0-9a-f]{32}$/

/** Throws `not_found` unless the event is of the issue, and the file of the event. */
export async function downloadAttachment(
  reader: Reader,
  { id, eventId, attachmentId }: { id: string; eventId: string; attachmentId: string },
): Promise<Download> {
  const { key } = await findNamedIssue(reader, id)
  const event = Buffer.from(readEventId(eventId) ?? '', 'hex')
  const isNamed = attachmentIds.test(attachmentId) && (await hasEvent(reader, key, event))
  const file = isNamed
    ? await readAttachment(reader, key.projectId, event, Buffer.from(attachmentId, 'hex'))
    : undefined
  if (file === undefined) {
    throw new AppError('not_found', `The event has no attachment "${attachmentId.slice(0, 100)}".`)
  }
  return new Download(file.name, file.content)
}
