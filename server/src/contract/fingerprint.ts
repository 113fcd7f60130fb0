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

export const fingerprint = z
  .object({
    hash: z.string().meta({ description: 'Hex.' }),
    version: z.number().int(),
    tier: z.string(),
    parts: z.array(fingerprintPart),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Fingerprint' })

export type Fingerprint = z.infer<typeof fingerprint>

export const fingerprintList = z.object({ items: z.array(fingerprint) }).meta({ id: 'FingerprintList' })
