import * as z from 'zod'

/** The words for what went wrong; each has one HTTP status, in `http/error-handler.ts`. */
export const problemCodes = [
  'invalid',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unsupported',
  'rate_limited',
  'unavailable',
  'internal',
] as const

/** The body of every error under `/api/v1`. */
export const problem = z
  .object({
    code: z.enum(problemCodes),
    message: z.string().meta({ description: 'What was wrong and what to do, for a person.' }),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'For `invalid`: the field or parameter, and what is wrong with it.' }),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problem>
