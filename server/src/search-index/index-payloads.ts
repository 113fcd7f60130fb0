import type { Store } from '../store/store.ts'
import { addWords, type AddWordsInput, type IndexedWords } from './add-words.ts'
import { findWords } from './find-words.ts'
import { stepBackFromFuture } from './step-back.ts'

/** What a client sent a moment ago may still wait to be committed. */
const lagMs = 15_000
/** A tenth of a thread's time, since this runs every second. */
const turnMs = 100
/** Written in one transaction: a few milliseconds of the writer's time. */
const wordsAtOnce = 2_000

export interface IndexerParts {
  store: Store
  /** Whether the writer has enough to do. */
  isBusy(): boolean
  now(): number
}

/**
 * A short task to be repeated: lets issues be found by the words of payloads that were kept since, in the order of
 * receipt. A database that has not been indexed at all is indexed in the same way.
 */
export function createPayloadIndexer({ store, isBusy, now }: IndexerParts): () => Promise<void> {
  let afterProject = 0
  return async () => {
    const begun = now()
    if (!isBusy()) await stepBackFromFuture(store, begun)
    while (!isBusy() && now() - begun < turnMs) {
      const found = await store.query(findWords, { beforeMs: begun - lagMs, afterProject })
      if (found === undefined) return
      for (const input of inUnits(found)) await store.write(addWords, input)
      afterProject = found.projectId
    }
  }
}

function inUnits({ projectId, until, documents }: IndexedWords): AddWordsInput[] {
  const units: AddWordsInput[] = [{ projectId, additions: [], until: undefined }]
  let words = 0
  for (const { wordCount, ...addition } of documents) {
    if (words + wordCount > wordsAtOnce && words > 0) {
      units.push({ projectId, additions: [], until: undefined })
      words = 0
    }
    units.at(-1)?.additions.push(addition)
    words += wordCount
  }
  return units.map((unit, at) => (at === units.length - 1 ? { ...unit, until } : unit))
}
