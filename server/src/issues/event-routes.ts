import * as z from 'zod'
import * as contract from '../contract/index.ts'
import { download } from '../http/download.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { describeEvent } from './describe-event.ts'
import { answerFeedback } from './describe-feedback.ts'
import { downloadAttachment } from './download-attachment.ts'
import { issueParams } from './issue-params.ts'
import { answerEventList } from './list-events.ts'
import { answerPin } from './pin-event.ts'

const eventParams = issueParams.extend({
  eventId: z.string().meta({ description: '`latest`, `oldest` or an event id.' }),
})
const attachmentParams = issueParams.extend({ eventId: z.string(), attachmentId: z.string() })

/** What is read of an issue's events, and which of them are kept for good. */
export function eventRoutes(store: Store): Route[] {
  const { reader } = store
  return [
    defineRoute({
      method: 'get',
      path: '/issues/:id/events',
      summary: 'A page of an issue’s events, newest first',
      params: issueParams,
      query: contract.eventListQuery,
      answer: contract.eventList,
      handler: ({ params, query }) => answerEventList(reader, params.id, query),
    }),

    defineRoute({
      method: 'get',
      path: '/issues/:id/events/:eventId',
      summary: 'One event of an issue, whole, with its neighbours',
      params: eventParams,
      answer: contract.eventDetail,
      handler: ({ params }) => describeEvent(reader, params.id, params.eventId),
    }),

    defineRoute({
      method: 'put',
      path: '/issues/:id/events/:eventId/pin',
      summary: 'Keep an event whole, whatever its age and the budgets, or no longer',
      params: issueParams.extend({ eventId: z.string() }),
      body: contract.eventPin,
      answer: contract.eventDetail,
      handler: ({ params, body }) => answerPin(store, params, body.pinned),
    }),

    defineRoute({
      method: 'get',
      path: '/issues/:id/events/:eventId/attachments/:attachmentId',
      summary: 'A file that came with an event',
      params: attachmentParams,
      answer: download,
      handler: ({ params }) => downloadAttachment(reader, params),
    }),

    defineRoute({
      method: 'get',
      path: '/issues/:id/feedback',
      summary: 'What people wrote about an issue’s events, newest first',
      params: issueParams,
      answer: contract.feedbackList,
      handler: ({ params }) => store.query(answerFeedback, params.id),
    }),
  ]
}
