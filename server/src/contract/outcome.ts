import * as z from 'zod'

const time = z.iso.datetime().meta({ description: 'ISO 8601, UTC.' })
const quantity = z.number().int()

export const outcomeKinds = [
  'accepted',
  'filtered',
  'limited',
  'invalid',
  'not_kept',
  'lost_in_client',
] as const

/** `GET /projects/:project/outcomes`: the last hours, up to 30 days. */
export const outcomesQuery = z.strictObject({ hours: z.coerce.number().int().min(1).max(720).default(24) })

const outcomeRow = z.object({
  category: z.string().meta({ description: 'As in rate limits: error, session, attachment, …' }),
  outcome: z.enum(outcomeKinds),
  reason: z.string().meta({ description: 'A word; empty for what was accepted.' }),
  key: z.string().nullable().meta({ description: 'The public DSN key that was used.' }),
  sdk: z.string().nullable().meta({ description: 'Name and version, such as `sentry.python/2.68.0`.' }),
  quantity,
})

/** What became of everything that a project was sent, in the range and by hour. */
export const outcomes = z
  .object({
    from: time,
    to: time,
    rows: z.array(outcomeRow).meta({ description: 'Largest first.' }),
    hours: z
      .array(z.object({ start: time, outcome: z.enum(outcomeKinds), quantity }))
      .meta({ description: 'Oldest first; hours without anything are left out.' }),
  })
  .meta({ id: 'Outcomes' })

export type Outcomes = z.infer<typeof outcomes>

/** One of the last requests, or items of them, that were not kept; also those that named the project by a wrong key. */
const refusal = z.object({
  id: z.string(),
  at: time,
  category: z.string(),
  outcome: z.enum(outcomeKinds),
  reason: z.string(),
  detail: z.string().meta({ description: 'What was wrong, in a sentence.' }),
  key: z.string().nullable(),
  sdk: z.string().nullable(),
  headers: z
    .record(z.string(), z.string())
    .meta({ description: 'Those of the request that explain it; credentials are left out.' }),
})

/** `GET /projects/:project/refusals`, newest first. */
export const refusalList = z.object({ items: z.array(refusal) }).meta({ id: 'RefusalList' })

export type RefusalList = z.infer<typeof refusalList>
