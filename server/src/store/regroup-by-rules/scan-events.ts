import { LRUCache } from 'lru-cache'
import type { Event } from '../../domain/event/event.ts'
import { unpackPayload, type PayloadCodec } from '../event-payload.ts'
import type { Reader } from '../store.ts'

/** A stored event, unpacked. */
export interface ScannedEvent {
  eventId: Buffer
  fingerprint: number
  occurredAtMs: number
  title: string
  event: Event
}

const columns = [
  'event_id',
  'fingerprint_number',
  'occurred_at',
  'title',
  'codec',
  'payload',
  'dictionary_event_id',
] as const

/** Most events of an issue are packed against its first: it is unpacked once. */
const dictionariesKept = 200

/** Where an event is in a scan. */
export type ScanPlace = Pick<ScannedEvent, 'eventId' | 'occurredAtMs'>

/** Those of some events whose payloads are kept; there may be none, and more to come. */
export interface ScannedPage {
  events: ScannedEvent[]
  /** Where the next page begins; undefined after the last event. */
  end: ScanPlace | undefined
}

export interface EventScan {
  /** The next events of the project in the order of their ids. */
  ofProject(after: ScanPlace | undefined, limit: number): Promise<ScannedPage>
  /** The next events of a fingerprint in the order of their time. */
  ofFingerprint(number: number, after: ScanPlace | undefined, limit: number): Promise<ScannedPage>
}

export function scanEvents(reader: Reader, projectId: number): EventScan {
  const dictionaries = new LRUCache<string, Buffer>({ max: dictionariesKept })
  const unpack = (row: Row): Promise<ScannedEvent | undefined> =>
    unpackRow(reader, projectId, dictionaries, row)
  const events = () => reader.selectFrom('events').select(columns).where('project_id', '=', projectId)
  return {
    async ofProject(after, limit) {
      const query = events().orderBy('event_id').limit(limit)
      const rows = await (after === undefined ? query : query.where('event_id', '>', after.eventId)).execute()
      return pageOf(rows, unpack)
    },
    async ofFingerprint(number, after, limit) {
      const query = events()
        .where('fingerprint_number', '=', number)
        .orderBy('occurred_at')
        .orderBy('event_id')
        .limit(limit)
      const next =
        after &&
        query.where((eb) =>
          eb.or([
            eb('occurred_at', '>', after.occurredAtMs),
            eb.and([eb('occurred_at', '=', after.occurredAtMs), eb('event_id', '>', after.eventId)]),
          ]),
        )
      return pageOf(await (next ?? query).execute(), unpack)
    },
  }
}

/** How many a scan of the project finds: each payload stands alone, or was deflated against one that does. */
export async function countKeptEvents(reader: Reader, projectId: number): Promise<number> {
  const row = await reader
    .selectFrom('payload_dictionaries')
    .select((eb) => [
      eb.fn.countAll<number>().as('alone'),
      eb.fn.sum<number | string | null>('payload_count').as('dependent'),
    ])
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow()
  return row.alone + Number(row.dependent)
}

interface Row {
  event_id: Buffer
  fingerprint_number: number
  occurred_at: number
  title: string
  codec: PayloadCodec | null
  payload: Buffer | null
  dictionary_event_id: Buffer | null
}

async function unpackRow(
  reader: Reader,
  projectId: number,
  dictionaries: LRUCache<string, Buffer>,
  row: Row,
): Promise<ScannedEvent | undefined> {
  const dictionary =
    row.dictionary_event_id &&
    (await readDictionary(reader, projectId, dictionaries, row.dictionary_event_id))
  const json = unpackPayload(row, dictionary ?? undefined)
  if (json === undefined) return undefined
  return {
    eventId: row.event_id,
    fingerprint: row.fingerprint_number,
    occurredAtMs: row.occurred_at,
    title: row.title,
    // We wrote it: it is the normalised event that the recorder was given.
    event: JSON.parse(json.toString()) as Event,
  }
}

async function readDictionary(
  reader: Reader,
  projectId: number,
  dictionaries: LRUCache<string, Buffer>,
  eventId: Buffer,
): Promise<Buffer | undefined> {
  const key = eventId.toString('hex')
  const known = dictionaries.get(key)
  if (known !== undefined) return known
  const row = await reader
    .selectFrom('events')
    .select(['codec', 'payload'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  const json = row && unpackPayload(row)
  if (json !== undefined) dictionaries.set(key, json)
  return json
}

async function pageOf(
  rows: Row[],
  unpack: (row: Row) => Promise<ScannedEvent | undefined>,
): Promise<ScannedPage> {
  const events: ScannedEvent[] = []
  for (const row of rows) {
    const event = await unpack(row)
    if (event !== undefined) events.push(event)
  }
  const last = rows.at(-1)
  return { events, end: last && { eventId: last.event_id, occurredAtMs: last.occurred_at } }
}
