import { LRUCache } from 'lru-cache'
import { decodePayload } from '../event-payload.ts'
import type { Tx } from '../store.ts'

/** The first event of an issue, which the payloads of its later events are deflated against. */
export interface Dictionary {
  eventId: Buffer
  json: Buffer
}

const defaultCapacity = 300

export interface Dictionaries {
  /** The issue's dictionary; undefined when its event is no longer kept. */
  read(tx: Tx, projectId: number, issueNumber: number, eventId: Buffer): Promise<Dictionary | undefined>
  remember(projectId: number, issueNumber: number, dictionary: Dictionary): void
  /** After a rollback the cache may name events that were never stored. */
  clear(): void
}

export function createDictionaries(capacity = defaultCapacity): Dictionaries {
  const cache = new LRUCache<string, Dictionary>({ max: capacity })
  return {
    async read(tx, projectId, issueNumber, eventId) {
      const key = `${projectId}-${issueNumber}`
      const cached = cache.get(key)
      if (cached !== undefined) return cached
      const json = await readDictionary(tx, projectId, eventId)
      if (json === undefined) return undefined
      const dictionary = { eventId, json }
      cache.set(key, dictionary)
      return dictionary
    },
    remember: (projectId, issueNumber, dictionary) =>
      void cache.set(`${projectId}-${issueNumber}`, dictionary),
    clear: () => cache.clear(),
  }
}

async function readDictionary(tx: Tx, projectId: number, eventId: Buffer): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('events')
    .select(['codec', 'payload'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (row?.codec !== 'deflate') return undefined
  return decodePayload(row.codec, row.payload)
}
