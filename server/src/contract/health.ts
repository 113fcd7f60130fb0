import * as z from 'zod'

/** `GET /health`, open to all. */
export const health = z
  .object({ status: z.enum(['ok', 'degraded', 'failed']), version: z.string() })
  .meta({ id: 'Health' })

export type Health = z.infer<typeof health>
