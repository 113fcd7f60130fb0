import * as z from 'zod'

/** Issues of a project are counted up to here. */
export const mostIssuesCounted = 1_000

export const projectReference = z
  .object({ id: z.string(), slug: z.string(), name: z.string(), platform: z.string().nullable() })
  .meta({ id: 'ProjectReference' })

export const project = projectReference
  .extend({
    shortPrefix: z.string().meta({ description: 'Starts the short id of every issue.', example: 'WEB' }),
    dsn: z.string().meta({ description: 'Of the oldest active DSN key. Public by design.' }),
    createdAt: z.iso.datetime(),
    firstEventAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'null while the project waits for its first event.' }),
    lastEventAt: z.iso.datetime().nullable(),
    issueCount: z
      .number()
      .int()
      .meta({ description: `One more than ${mostIssuesCounted} stands for all above.` }),
  })
  .meta({ id: 'Project' })

export type Project = z.infer<typeof project>

export const projectList = z.object({ items: z.array(project) }).meta({ id: 'ProjectList' })

/** What the pages of the interface are called beside those of projects. */
export const reservedSlugs: ReadonlySet<string> = new Set(['new'])

/** `POST /projects`. The slug is made from the name when left out. */
export const newProject = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'Give the project a name.')
      .max(80)
      .regex(/^\P{C}*$/u, 'Leave out line breaks and invisible characters.'),
    slug: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/, 'Use 1 to 50 of a-z, 0-9 and -, not at the ends.')
      .refine((slug) => !reservedSlugs.has(slug), 'This slug is taken by a page. Choose another.')
      .optional(),
    platform: z.string().max(64).optional(),
  })
  .meta({ id: 'NewProject' })

export type NewProject = z.infer<typeof newProject>
