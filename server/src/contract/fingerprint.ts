import * as z from 'zod'

/** One part of a fingerprint, with the reason that it is in the key. */
export const fingerprintPart = z
  .object({
    name: z.string().meta({ example: 'site' }),
    value: z.string(),
    reason: z.string(),
    frame: z
      .number()
      .int()
      .optional()
      .meta({ description: 'Index of the source frame, 0 is the oldest call.' }),
    exception: z.number().int().optional(),
    replaced: z.array(z.object({ from: z.number(), to: z.number(), label: z.string() })).optional(),
    skipped: z.array(z.object({ frame: z.number(), why: z.string() })).optional(),
  })
  .meta({ id: 'FingerprintPart' })

/** A hash that leads events to a fingerprint, and what it was made from. */
export const fingerprintHash = z
  .object({
    hash: z.string().meta({ description: 'Hex.' }),
    version: z.number().int().meta({ description: 'Of the grouping that made it.' }),
    tier: z.string(),
    parts: z.array(fingerprintPart),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'FingerprintHash' })

export const fingerprintBindings = ['own', 'merged', 'pinned', 'regrouped'] as const

/** Why events belong together. */
export const fingerprint = z
  .object({
    number: z.number().int().meta({ description: 'Within its project.' }),
    binding: z.enum(fingerprintBindings).meta({ description: 'How it came to its issue.' }),
    title: z.string(),
    culprit: z.string(),
    count: z.number().int(),
    firstSeen: z.iso.datetime(),
    lastSeen: z.iso.datetime(),
    hashes: z
      .array(fingerprintHash)
      .meta({ description: 'Newest version first; empty when nothing leads here any more.' }),
    fuse: z
      .object({
        state: z.enum(['on', 'off']),
        templates: z
          .number()
          .int()
          .meta({ description: 'Different messages of this code path that made groups.' }),
        attached: z
          .number()
          .int()
          .meta({ description: 'Events that joined this group because there were too many.' }),
      })
      .nullable()
      .meta({
        description: 'Set when this is the first group of a code path with too many different messages.',
      }),
  })
  .meta({ id: 'Fingerprint' })

export type Fingerprint = z.infer<typeof fingerprint>

export const fingerprintList = z.object({ items: z.array(fingerprint) }).meta({ id: 'FingerprintList' })
