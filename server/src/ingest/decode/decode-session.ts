import type { EnvelopeItem } from '@mishap/sdk/protocol'
import type { Json } from '../../domain/event/event.ts'
import { asNumber, asText, type JsonObject } from '../../domain/event/read-json.ts'
import { shortHash } from '../../domain/event/short-hash.ts'
import type { SessionRecord } from '../../store/sessions-record.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { Kept } from './decoded.ts'
import type { ItemContext } from './item-context.ts'
import { parseObject } from './parse-item.ts'
import { readSessionSource, readStart, readUserHash, withoutRelease } from './session-source.ts'

type Trouble = 'errored' | 'crashed'

/** One session. It is told of at its start, with `init`, and again whenever it changes. */
export function decodeSession({ payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  context.room.expect('sessions', 1)
  const raw = parseObject(payload, context.limits.eventBytes, 'session')
  const source = readSessionSource(raw, context)
  if (source === undefined) return withoutRelease(context)
  context.room.take('sessions', 1)
  return {
    // Also of one that was told before: what is said of it was taken.
    outcomes: [outcomeOf(context.arrival, 'accepted', 'session', '')],
    sessions: [
      {
        ...source,
        startedAtMs: readStart(raw['started'], context),
        started: raw['init'] === true ? 1 : 0,
        ...readTrouble(raw),
        userHash: readUserHash(raw['did']),
      },
    ],
  }
}

/** A session that cannot be told from others is counted as often as it is told. */
function readTrouble(raw: JsonObject): Pick<SessionRecord, 'errored' | 'crashed' | 'troubled'> {
  const status = troubleOf(raw['status'], asNumber(raw['errors']) ?? 0)
  const sessionId = asText(raw['sid'], 200)?.replaceAll('-', '').toLowerCase()
  if (status === undefined || sessionId === undefined)
    return {
      errored: status === 'errored' ? 1 : 0,
      crashed: status === 'crashed' ? 1 : 0,
      troubled: undefined,
    }
  return { errored: 0, crashed: 0, troubled: { sessionId: shortHash(sessionId), status } }
}

/** Only a crash ends a session; one that ended abnormally, or went on after an unhandled error, had errors. */
function troubleOf(status: Json | undefined, errors: number): Trouble | undefined {
  if (status === 'crashed') return 'crashed'
  const isTroubled = status === 'errored' || status === 'abnormal' || status === 'unhandled' || errors > 0
  return isTroubled ? 'errored' : undefined
}
