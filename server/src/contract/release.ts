import * as z from 'zod'

/** How a release does in an environment, from the sessions that SDKs count. */
export const releaseHealth = z
  .object({
    release: z.string(),
    environment: z.string(),
    sessions: z.number().int(),
    errored: z
      .number()
      .int()
      .meta({ description: 'Sessions in which an error was reported but none crashed.' }),
    crashed: z.number().int(),
    users: z.number().int(),
    crashedUsers: z.number().int(),
    lastSeen: z.iso.datetime(),
  })
  .meta({ id: 'ReleaseHealth' })

/** `GET /projects/:project/releases`: the last seen first, at most 100. */
export const releaseList = z.object({ items: z.array(releaseHealth) }).meta({ id: 'ReleaseList' })

export type ReleaseList = z.infer<typeof releaseList>
