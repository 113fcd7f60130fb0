import * as z from 'zod'
import { removed } from './removed.ts'

/** A file that came with an event. It is only ever offered as a download. */
export const attachment = z
  .object({
    id: z.string(),
    name: z.string(),
    contentType: z.string().meta({ description: 'As the client says; never trusted.' }),
    kind: z.string().meta({ example: 'event.attachment' }),
    bytes: z.number().int(),
    removed,
    href: z.string().meta({ description: 'Path of the download.' }),
  })
  .meta({ id: 'Attachment' })
