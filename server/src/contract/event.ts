import * as z from 'zod'
import type { Event } from '../domain/event/event.ts'
import { attachment } from './attachment.ts'
import { feedback } from './feedback.ts'

const time = z.iso.datetime()

/** One row of an issue’s list of events. */
export const eventSummary = z
  .object({
    eventId: z.string().meta({ description: '32 lower-case hex digits.' }),
    occurredAt: time,
    receivedAt: time,
    title: z.string(),
    release: z.string().nullable(),
    environment: z.string().nullable(),
    user: z
      .string()
      .nullable()
      .meta({ description: 'What identifies the user: id, email, name or address.' }),
  })
  .meta({ id: 'EventSummary' })

export const eventListQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export const eventList = z
  .object({ items: z.array(eventSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'EventList' })

export type EventList = z.infer<typeof eventList>

/** The normalised event, in the field names of the Sentry event payload. */
const event = z
  .custom<Event>((value) => typeof value === 'object' && value !== null)
  .meta({
    id: 'Event',
    description: 'The whole normalised event, in the field names of the Sentry event payload.',
    override: { type: 'object', additionalProperties: true },
  })

/** One event with its neighbours in the issue. */
export const eventDetail = z
  .object({
    issueId: z.string(),
    issueShortId: z.string(),
    event,
    olderEventId: z.string().nullable(),
    newerEventId: z.string().nullable(),
    oldestEventId: z.string(),
    latestEventId: z.string(),
    attachments: z.array(attachment),
    feedback: z.array(feedback).meta({ description: 'About this very event, newest first.' }),
  })
  .meta({ id: 'EventDetail' })

export type EventDetail = z.infer<typeof eventDetail>
export type { Event } from '../domain/event/event.ts'
