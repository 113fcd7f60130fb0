import * as z from 'zod'

export const issueParams = z.strictObject({
  id: z.string().meta({ description: 'The issue’s id (`1-42`) or short id (`WEB-1A`).' }),
})
