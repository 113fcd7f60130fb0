import type { BulkFind, BulkInsert, BulkUpdate } from '../bulk/statements.ts'

const keyOfFingerprint = { project_id: 'number', fingerprint_number: 'number', key: 'text' } as const

export const findTagKeys = {
  select: 'fingerprint_number, key, value_count',
  from: 'fingerprint_tag_keys AS t',
  keyed: 't',
  keys: keyOfFingerprint,
} satisfies BulkFind

export const addToTagKeys = {
  table: 'fingerprint_tag_keys',
  columns: { ...keyOfFingerprint, value_count: 'number', other_count: 'number' },
  onConflict: `ON CONFLICT (project_id, fingerprint_number, key) DO UPDATE SET
    value_count = fingerprint_tag_keys.value_count + excluded.value_count,
    other_count = fingerprint_tag_keys.other_count + excluded.other_count`,
} satisfies BulkInsert

const keyOfValue = { ...keyOfFingerprint, value: 'text' } as const

export const countKnownValues = {
  table: 'fingerprint_tags',
  keys: keyOfValue,
  set: {},
  add: { event_count: 'number' },
  raise: { last_seen: 'number' },
} satisfies BulkUpdate

export const insertTagValues = {
  table: 'fingerprint_tags',
  columns: { ...keyOfValue, event_count: 'number', last_seen: 'number' },
  onConflict: '',
} satisfies BulkInsert
