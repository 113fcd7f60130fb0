import type { Event } from '../../domain/event/event.ts'
import type { Heading } from '../../domain/search/search-terms.ts'
import { unpackPayload } from '../event-payload.ts'
import type { Reader } from '../store.ts'

/** An event with what its fingerprint is called. */
export interface KeptEvent {
  fingerprintNumber: number
  heading: Heading
  event: Event
}

/** Undefined when the payload was let go in the meantime. `dictionaries` keeps what several are deflated against. */
export async function readKeptEvent(
  reader: Reader,
  projectId: number,
  eventId: Buffer,
  dictionaries: Map<string, Buffer | undefined>,
): Promise<KeptEvent | undefined> {
  const row = await reader
    .selectFrom('events as e')
    .innerJoin('fingerprints as f', (join) =>
      join.onRef('f.project_id', '=', 'e.project_id').onRef('f.number', '=', 'e.fingerprint_number'),
    )
    .select(['f.number', 'f.title', 'f.type', 'f.value', 'f.culprit', 'e.codec', 'e.payload'])
    .select('e.dictionary_event_id')
    .where('e.project_id', '=', projectId)
    .where('e.event_id', '=', eventId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { number: fingerprintNumber, title, type, value, culprit, dictionary_event_id: dictionaryId } = row
  const dictionary = dictionaryId && (await readDictionary(reader, projectId, dictionaryId, dictionaries))
  if (dictionaryId !== null && dictionary === undefined) return undefined
  const json = unpackPayload(row, dictionary ?? undefined)
  // We wrote it: it is the normalised event that the recorder was given.
  return (
    json && {
      fingerprintNumber,
      heading: { title, type, value, culprit },
      event: JSON.parse(json.toString()) as Event,
    }
  )
}

async function readDictionary(
  reader: Reader,
  projectId: number,
  eventId: Buffer,
  dictionaries: Map<string, Buffer | undefined>,
): Promise<Buffer | undefined> {
  const key = eventId.toString('hex')
  if (!dictionaries.has(key)) {
    const row = await reader
      .selectFrom('events')
      .select(['codec', 'payload'])
      .where('project_id', '=', projectId)
      .where('event_id', '=', eventId)
      .executeTakeFirst()
    dictionaries.set(key, row && unpackPayload(row))
  }
  return dictionaries.get(key)
}
