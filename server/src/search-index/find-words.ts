import { setImmediate } from 'node:timers/promises'
import { searchTermsOf } from '../domain/search/search-terms.ts'
import { isFull, readDocuments } from '../store/search/add-words.ts'
import { readKeptEvent } from '../store/search/kept-event.ts'
import { findBacklog, listKeptEvents } from '../store/search/unindexed.ts'
import { defineQuery, type Reader } from '../store/store.ts'
import type { IndexedWords } from './add-words.ts'

export interface FindWordsInput {
  /** Received before this: what came later may still be under way. */
  beforeMs: number
  /** The project that had its turn last. */
  afterProject: number
}

/** Words of the next kept payloads that their issues are not found by yet; undefined when all are indexed. */
export const findWords = defineQuery(
  'search-index.find-words',
  async (reader, { beforeMs, afterProject }: FindWordsInput): Promise<IndexedWords | undefined> => {
    const backlog = await findBacklog(reader, beforeMs, afterProject)
    if (backlog === undefined) return undefined
    const { until, eventIds } = await listKeptEvents(reader, backlog, beforeMs)
    const documents = await gatherWords(reader, backlog.projectId, eventIds)
    return { projectId: backlog.projectId, until, documents }
  },
)

async function gatherWords(
  reader: Reader,
  projectId: number,
  eventIds: Buffer[],
): Promise<IndexedWords['documents']> {
  const known = new Map<number, Set<string>>()
  const added = new Map<number, Set<string>>()
  const dictionaries = new Map<string, Buffer | undefined>()
  for (const eventId of eventIds) {
    const kept = await readKeptEvent(reader, projectId, eventId, dictionaries)
    if (kept === undefined) continue
    const { fingerprintNumber: number, event, heading } = kept
    const words =
      known.get(number) ?? (await readDocuments(reader, projectId, [number])).get(number) ?? new Set()
    known.set(number, words)
    if (isFull(words)) continue
    const more = added.get(number) ?? new Set()
    added.set(number, more)
    for (const word of searchTermsOf(event, heading)) if (!words.has(word)) more.add(word)
    await setImmediate()
  }
  return [...added].flatMap(([fingerprintNumber, more]) =>
    more.size === 0
      ? []
      : [
          {
            fingerprintNumber,
            words: [...more],
            wordCount: more.size + (known.get(fingerprintNumber)?.size ?? 0),
          },
        ],
  )
}
