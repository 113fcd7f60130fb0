import type { BulkFind, BulkInsert } from '../bulk/statements.ts'

const keyOfFingerprint = { project_id: 'number', fingerprint_number: 'number', key: 'text' } as const

export const findTagKeys = {
  select: 'fingerprint_number, key, value_count',
  from: 'fingerprint_tag_keys AS t',
  keyed: 't',
  keys: keyOfFingerprint,
} satisfies BulkFind

export const findTagValues = {
  select: 'fingerprint_number, key, value',
  from: 'fingerprint_tags AS t',
  keyed: 't',
  keys: { ...keyOfFingerprint, value: 'text' },
} satisfies BulkFind

export const addToTagKeys = {
  table: 'fingerprint_tag_keys',
  columns: { ...keyOfFingerprint, value_count: 'number', event_count: 'number', other_count: 'number' },
  onConflict: `ON CONFLICT (project_id, fingerprint_number, key) DO UPDATE SET
    value_count = fingerprint_tag_keys.value_count + excluded.value_count,
    event_count = fingerprint_tag_keys.event_count + excluded.event_count,
    other_count = fingerprint_tag_keys.other_count + excluded.other_count`,
} satisfies BulkInsert

export const addToTagValues = {
  table: 'fingerprint_tags',
  columns: { ...keyOfFingerprint, value: 'text', event_count: 'number', last_seen: 'number' },
  onConflict: `ON CONFLICT (project_id, fingerprint_number, key, value) DO UPDATE SET
    event_count = fingerprint_tags.event_count + excluded.event_count,
    last_seen = CASE WHEN excluded.last_seen > fingerprint_tags.last_seen
      THEN excluded.last_seen ELSE fingerprint_tags.last_seen END`,
} satisfies BulkInsert
