import type { EventBounds } from './event-bounds.ts'
import type { User } from './event.ts'
import type { Note } from './meta.ts'
import { trimRecord } from './trim-bags.ts'
import { trimFields } from './trim-fields.ts'
import { trimJson } from './trim-json.ts'
import { trimEnd, trimName } from './trim-text.ts'

const bagChars = 64 * 1024
const geoChars = 4 * 1024

/** The first three tell users apart. */
const fields = [
  ['id', 128, trimName],
  ['email', 128, trimName],
  ['username', 128, trimName],
  ['name', 128, trimEnd],
] as const

export function trimUser(user: User, bounds: EventBounds, notes: Note[]): User {
  const { geo, data } = user
  const { depthStored: depth, valueChars: value } = bounds
  return {
    ...trimFields(user, fields, ['user'], notes),
    ...(geo && { geo: trimRecord(geo, { chars: geoChars, value }, ['user', 'geo'], notes) }),
    ...(data && { data: trimJson(data, { chars: bagChars, depth, value }, ['user', 'data'], notes) }),
  }
}
