import * as z from 'zod'

const status = z.enum(['active', 'disabled'])

/** One of the keys under which a project takes events. */
export const dsnKey = z
  .object({
    key: z.string().meta({ description: 'The public part of the DSN: 32 lower-case hex digits.' }),
    dsn: z.string().meta({ description: 'Public by design.' }),
    status: status.meta({ description: 'What comes under a disabled key is refused with 403.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'DsnKey' })

export type DsnKey = z.infer<typeof dsnKey>

/** `GET /projects/:project/keys`, oldest first. */
export const dsnKeyList = z.object({ items: z.array(dsnKey) }).meta({ id: 'DsnKeyList' })

export type DsnKeyList = z.infer<typeof dsnKeyList>

/** `POST /projects/:project/keys/:key`. */
export const dsnKeyChange = z.strictObject({ status }).meta({ id: 'DsnKeyChange' })
