import * as z from 'zod'

const words = z.array(z.string().trim().min(1).max(200)).max(100)
const globs = words.meta({ description: 'Patterns with `*` and `?`; upper and lower case are the same.' })
const allowance = z
  .number()
  .int()
  .min(1)
  .max(1_000_000_000)
  .nullable()
  .meta({ description: 'null: without a limit.' })

/** What is taken out of events before they are stored. */
const scrubbing = z.strictObject({
  defaults: z.boolean().meta({
    description: 'Take out passwords, tokens, card numbers and other secrets that are known by shape.',
  }),
  ipAddresses: z.boolean().meta({ description: 'Take out the addresses of users.' }),
  words: words.meta({ description: 'Fields whose names contain one of these are taken out too.' }),
  safeFields: words.meta({ description: 'Fields of exactly these names are always kept.' }),
})

/** Events that are not kept, by what they are. */
const filters = z.strictObject({
  browserExtensions: z.boolean(),
  localhost: z.boolean(),
  oldBrowsers: z.boolean(),
  crawlers: z.boolean(),
  releases: globs,
  environments: globs,
  types: globs,
  messages: globs,
})

/** How many requests may bring events; what is above it is refused with 429. */
const limits = z.strictObject({
  keyPerMinute: allowance,
  projectPerMinute: allowance,
  projectPerMonth: allowance,
})

const days = z
  .number()
  .int()
  .min(1)
  .max(36_500)
  .nullable()
  .meta({ description: 'Days since the event was received; null: without a limit.' })

/** How much is kept of events; counts are kept for ever. */
const storage = z.strictObject({
  payloadsPerIssue: z.number().int().min(1).max(1_000_000).meta({
    description:
      'Whole events kept of one issue. The first, the latest, each regression and pinned ones come on top.',
  }),
  payloadMebibytes: z.number().int().min(1).max(1_000_000_000).nullable().meta({
    description: 'Whole events kept of the project, in mebibytes as they are stored; null: without a limit.',
  }),
  payloadDays: days,
  eventDays: days,
})

/** What a project decides about its events. */
export const projectSettings = z
  .strictObject({ scrubbing, filters, limits, storage })
  .meta({ id: 'ProjectSettings' })

export type ProjectSettings = z.infer<typeof projectSettings>

/** The answer of `GET` and `PUT /projects/:project/settings`. */
export const versionedSettings = projectSettings
  .extend({ version: z.string().meta({ description: 'Of these settings: another when they change.' }) })
  .meta({ id: 'VersionedSettings' })

export type VersionedSettings = z.infer<typeof versionedSettings>

/** The body of `PUT /projects/:project/settings`. */
export const settingsChange = projectSettings
  .extend({
    version: z
      .string({
        error:
          'Send the version of the settings that you changed: GET the same path has it. Send "*" to overwrite whatever there is.',
      })
      .max(100)
      .meta({
        description:
          'That of the settings that were changed, as GET gave it: when others were saved meanwhile, that is a conflict. `*` overwrites whatever there is.',
      }),
  })
  .meta({ id: 'SettingsChange' })

export type SettingsChange = z.infer<typeof settingsChange>
