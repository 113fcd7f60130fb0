import * as z from 'zod'
import type { Event } from '../domain/event/event.ts'
import { keptStates, letGoStates } from '../domain/storage/index.ts'
import { attachment } from './attachment.ts'
import { feedback } from './feedback.ts'

const time = z.iso.datetime()

/** Why an event's payload is kept, or was let go. */
export const payloadReasons = ['latest', ...keptStates, ...letGoStates] as const

const payloadReason = z.enum(payloadReasons).meta({
  description:
    'Why the whole event is kept (`latest`, `first`, `regression`, `sample`, `pinned`) or was let go (`over_issue_budget`, `over_project_budget`, `too_old`): then only this row of it is left.',
})

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
    isPayloadKept: z.boolean(),
    payloadReason,
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
    summary: eventSummary,
    event: event.nullable().meta({ description: 'null: its payload was let go.' }),
    olderEventId: z.string().nullable(),
    newerEventId: z.string().nullable(),
    oldestEventId: z.string(),
    latestEventId: z.string(),
    attachments: z.array(attachment),
    feedback: z.array(feedback).meta({ description: 'About this very event, newest first.' }),
  })
  .meta({ id: 'EventDetail' })

/** `PUT /issues/:id/events/:eventId/pin`: a pinned event is kept whole, whatever its age. */
export const eventPin = z.strictObject({ pinned: z.boolean() }).meta({ id: 'EventPin' })

export type EventSummary = z.infer<typeof eventSummary>
export type EventDetail = z.infer<typeof eventDetail>
export type { Event } from '../domain/event/event.ts'
