import type { Json } from '../../domain/event/event.ts'
import { normaliseEventTime } from '../../domain/event/normalise-time.ts'
import { asName, asObject, asText, type JsonObject } from '../../domain/event/read-json.ts'
import { shortHash } from '../../domain/event/short-hash.ts'
import type { SessionRecord } from '../../store/sessions-record.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { Kept } from './decoded.ts'
import type { ItemContext } from './item-context.ts'

/** Whose sessions an item tells of. */
export type SessionSource = Pick<SessionRecord, 'projectId' | 'release' | 'environment'>

/** Undefined without a release: sessions are counted by it. */
export function readSessionSource(raw: JsonObject, { arrival }: ItemContext): SessionSource | undefined {
  const attributes = asObject(raw['attrs'])
  const release = asName(attributes?.['release'], 200)
  if (release === undefined) return undefined
  const environment = asName(attributes?.['environment'], 64) ?? 'production'
  return { projectId: arrival.projectId, release, environment }
}

export function withoutRelease({ arrival }: ItemContext, quantity = 1): Partial<Kept> {
  return { outcomes: [{ ...outcomeOf(arrival, 'not_kept', 'session', 'no_release'), quantity }] }
}

/** When it says it started, unless that is out of bounds as for events. */
export function readStart(value: Json | undefined, { arrival }: ItemContext): number {
  return normaliseEventTime(value, 0, arrival.receivedAtMs).atMs
}

export function readUserHash(value: Json | undefined): Buffer | undefined {
  const user = asText(value)
  return user === undefined ? undefined : shortHash(user)
}
