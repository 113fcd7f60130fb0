import type { EventDetail } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { readEventId } from '../domain/event/event-id.ts'
import { formatIssueId, formatShortId, type IssueKey } from '../domain/issue/issue-id.ts'
import { listAttachments } from '../store/attachments.ts'
import { readEnd, readNeighbour } from '../store/event-neighbours.ts'
import { readEvent } from '../store/event-read.ts'
import { listFeedbackOfEvent } from '../store/feedback.ts'
import type { Reader } from '../store/store.ts'
import { describeFeedback } from './describe-feedback.ts'
import { findNamedIssue } from './find-named-issue.ts'
import { readProjectReferences } from './project-references.ts'
import { summariseEvent } from './summarise-event.ts'

/** `which` is `latest`, `oldest` or an event id in any form. */
export async function describeEvent(reader: Reader, issueName: string, which: string): Promise<EventDetail> {
  const { key } = await findNamedIssue(reader, issueName)
  const [oldest, latest] = await Promise.all([readEnd(reader, key, 'oldest'), readEnd(reader, key, 'latest')])
  const eventId = { latest, oldest }[which]?.event_id ?? bytesOf(which)
  const found = eventId && (await readEvent(reader, key, eventId))
  if (!found || !eventId || !oldest || !latest) throw unknownEvent(key, which)
  const place = found.row
  const [older, newer] = await Promise.all([
    readNeighbour(reader, key, place, 'older'),
    readNeighbour(reader, key, place, 'newer'),
  ])
  const [attachments, feedback] = await Promise.all([
    listAttachments(reader, key.projectId, eventId),
    listFeedbackOfEvent(reader, key.projectId, eventId),
  ])
  const projects = await readProjectReferences(reader, String(key.projectId))
  return {
    issueId: formatIssueId(key),
    issueShortId: formatShortId(projects.get(key.projectId)?.shortPrefix ?? '', key.number),
    summary: summariseEvent(found.row, latest),
    event: found.event ?? null,
    olderEventId: older?.event_id.toString('hex') ?? null,
    newerEventId: newer?.event_id.toString('hex') ?? null,
    oldestEventId: oldest.event_id.toString('hex'),
    latestEventId: latest.event_id.toString('hex'),
    attachments: attachments.map((file) => ({ ...file, href: hrefOf(key, eventId, file.id) })),
    feedback: await describeFeedback(reader, key.projectId, feedback),
  }
}

function bytesOf(eventId: string): Buffer | undefined {
  const hex = readEventId(eventId)
  return hex === undefined ? undefined : Buffer.from(hex, 'hex')
}

function hrefOf(key: IssueKey, eventId: Buffer, attachmentId: string): string {
  return `/api/v1/issues/${formatIssueId(key)}/events/${eventId.toString('hex')}/attachments/${attachmentId}`
}

function unknownEvent(key: IssueKey, which: string): AppError {
  return new AppError('not_found', `The issue ${formatIssueId(key)} has no event "${which.slice(0, 100)}".`)
}
