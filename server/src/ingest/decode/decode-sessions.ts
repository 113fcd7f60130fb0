import type { EnvelopeItem } from '@mishap/sdk/protocol'
import type { Json } from '../../domain/event/event.ts'
import { asNumber, asValues, type JsonObject } from '../../domain/event/read-json.ts'
import type { SessionRecord } from '../../store/sessions-record.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { Kept } from './decoded.ts'
import type { ItemContext } from './item-context.ts'
import { parseObject } from './parse-item.ts'
import {
  readSessionSource,
  readStart,
  readUserHash,
  withoutRelease,
  type SessionSource,
} from './session-source.ts'

const mostSessions = 10_000

/** Many sessions of a server at once, of which each is told once, when it is over. */
export function decodeSessions({ payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  context.room.expect('sessions', 1)
  const raw = parseObject(payload, context.limits.eventBytes, 'list of sessions')
  const source = readSessionSource(raw, context)
  const aggregates = asValues(raw['aggregates'])
  // A client sends one item a minute with one aggregate a minute of it.
  context.room.take('sessions', aggregates.length)
  const quantity = aggregates.reduce((sum, one) => sum + readCounts(one).started, 0)
  if (source === undefined) return withoutRelease(context, Math.max(1, quantity))
  const sessions = aggregates.map((one) => readAggregate(one, source, context))
  if (quantity === 0) return { sessions }
  return { sessions, outcomes: [{ ...outcomeOf(context.arrival, 'accepted', 'session', ''), quantity }] }
}

function readAggregate(raw: JsonObject, source: SessionSource, context: ItemContext): SessionRecord {
  return {
    ...source,
    ...readCounts(raw),
    startedAtMs: readStart(raw['started'], context),
    troubled: undefined,
    userHash: readUserHash(raw['did']),
  }
}

function readCounts(raw: JsonObject): Pick<SessionRecord, 'started' | 'errored' | 'crashed'> {
  const crashed = readCount(raw['crashed'])
  const errored = readCount(raw['errored']) + readCount(raw['abnormal']) + readCount(raw['unhandled'])
  return { started: readCount(raw['exited']) + errored + crashed, errored, crashed }
}

/** The DSN is public: nobody makes a million sessions of one line. */
function readCount(value: Json | undefined): number {
  const count = Math.trunc(asNumber(value) ?? 0)
  return Math.min(Math.max(count, 0), mostSessions)
}
