import * as z from 'zod'

/** What scrubbing took out of something before it was stored. */
export const removed = z
  .array(
    z.object({
      rule: z.string().meta({ example: '@password:filter' }),
      count: z.number().int(),
    }),
  )
  .meta({ id: 'Removed', description: 'How many values scrubbing took out, by the rule that did it.' })
