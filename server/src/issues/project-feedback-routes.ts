import * as z from 'zod'
import * as contract from '../contract/index.ts'
import { download } from '../http/download.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { answerProjectFeedback, downloadFeedbackFile } from './project-feedback.ts'

const projectParams = z.strictObject({ project: z.string().meta({ description: 'A slug or an id.' }) })
const fileParams = projectParams.extend({ feedbackId: z.string(), attachmentId: z.string() })

/** What people wrote to a project. */
export function projectFeedbackRoutes({ reader }: Store): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/projects/:project/feedback',
      summary: 'A page of what people wrote to a project, newest first',
      params: projectParams,
      query: contract.projectFeedbackQuery,
      answer: contract.projectFeedbackList,
      handler: ({ params, query }) => answerProjectFeedback(reader, params.project, query),
    }),

    defineRoute({
      method: 'get',
      path: '/projects/:project/feedback/:feedbackId/attachments/:attachmentId',
      summary: 'A file that came with feedback',
      params: fileParams,
      answer: download,
      handler: ({ params }) => downloadFeedbackFile(reader, params),
    }),
  ]
}
