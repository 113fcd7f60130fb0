import * as z from 'zod'
import { attachment } from './attachment.ts'
import { removed } from './removed.ts'

/** What a visitor or user wrote about an event. */
export const feedback = z
  .object({
    id: z.string(),
    eventId: z.string().nullable().meta({ description: 'Of the event that it is about, if it is known.' }),
    at: z.iso.datetime(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    message: z.string(),
    url: z.string().nullable(),
    removed,
    attachments: z.array(attachment).meta({ description: 'Files that came with it, such as a screenshot.' }),
  })
  .meta({ id: 'Feedback' })

export type Feedback = z.infer<typeof feedback>

/** `GET /issues/:id/feedback`, newest first, at most 100. */
export const feedbackList = z.object({ items: z.array(feedback) }).meta({ id: 'FeedbackList' })

export type FeedbackList = z.infer<typeof feedbackList>

/** `GET /projects/:project/feedback`: also what is about no event, or about one that never came. */
export const projectFeedbackQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

const projectFeedback = feedback
  .extend({
    issue: z
      .object({ id: z.string(), shortId: z.string(), title: z.string() })
      .nullable()
      .meta({ description: 'Of the event, if it is known and there.' }),
  })
  .meta({ id: 'ProjectFeedback' })

export const projectFeedbackList = z
  .object({ items: z.array(projectFeedback), nextCursor: z.string().nullable() })
  .meta({ id: 'ProjectFeedbackList' })

export type ProjectFeedbackList = z.infer<typeof projectFeedbackList>
