import * as z from 'zod'

/** `GET /health`, open to all: `reasons` say in sentences what is not well, and nothing that is secret. */
export const health = z
  .object({ status: z.enum(['ok', 'degraded', 'failed']), reasons: z.array(z.string()), version: z.string() })
  .meta({ id: 'Health' })

export type Health = z.infer<typeof health>
