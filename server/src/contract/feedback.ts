import * as z from 'zod'

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
  })
  .meta({ id: 'Feedback' })

/** `GET /issues/:id/feedback`, newest first, at most 100. */
export const feedbackList = z.object({ items: z.array(feedback) }).meta({ id: 'FeedbackList' })

export type FeedbackList = z.infer<typeof feedbackList>
