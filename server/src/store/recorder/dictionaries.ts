import { LRUCache } from 'lru-cache'
import { beginningOf, decodePayload } from '../event-payload.ts'
import type { Tx } from '../store.ts'

/** The first event of an issue, which the payloads of its later events are deflated against. */
export interface Dictionary {
  eventId: Buffer
  /** The event's JSON, or the beginning of it. */
  json: Buffer
}

const defaultCapacity = 300

export interface Dictionaries {
  /** The event as a dictionary; undefined when its payload is no longer kept. What is in memory is not looked up. */
  read(tx: Tx, projectId: number, eventId: Buffer): Promise<Dictionary | undefined>
  remember(projectId: number, dictionary: Dictionary): void
  /** After a rollback the cache may hold events that were never stored, and come again with another payload. */
  clear(): void
}

export function createDictionaries(capacity = defaultCapacity): Dictionaries {
  const cache = new LRUCache<string, Dictionary>({ max: capacity })
  return {
    async read(tx, projectId, eventId) {
      const key = keyOf(projectId, eventId)
      const cached = cache.get(key)
      if (cached !== undefined) return cached
      const json = await readDictionary(tx, projectId, eventId)
      if (json === undefined) return undefined
      const dictionary = { eventId, json: copyBeginning(json) }
      cache.set(key, dictionary)
      return dictionary
    },
    remember: (projectId, { eventId, json }) =>
      void cache.set(keyOf(projectId, eventId), { eventId, json: copyBeginning(json) }),
    clear: () => cache.clear(),
  }
}

function keyOf(projectId: number, eventId: Buffer): string {
  return `${projectId}-${eventId.toString('hex')}`
}

/** More would change no byte, but hundreds of large ones fill the memory. A copy, since a view would hold the whole. */
function copyBeginning(json: Buffer): Buffer {
  const beginning = beginningOf(json)
  return beginning.length === json.length ? json : Buffer.from(beginning)
}

async function readDictionary(tx: Tx, projectId: number, eventId: Buffer): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('events')
    .select(['codec', 'payload'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (row?.codec !== 'deflate' || row.payload === null) return undefined
  return decodePayload(row.codec, row.payload)
}
