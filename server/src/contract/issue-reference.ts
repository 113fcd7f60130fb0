import * as z from 'zod'

/** An issue as it is named from elsewhere. */
export const issueReference = z
  .object({ id: z.string(), shortId: z.string(), title: z.string(), count: z.number().int() })
  .meta({ id: 'IssueReference' })

export type IssueReference = z.infer<typeof issueReference>
