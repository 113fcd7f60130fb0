import { addWords as addToDocuments, markIndexed, type NewWords } from '../store/search/add-words.ts'
import { defineUnit } from '../store/store.ts'

/** What a turn of indexing has found. */
export interface IndexedWords {
  projectId: number
  /** With these words everything that was received up to here is indexed. */
  until: number
  /** `wordCount` is how many a document has with them: it is written anew. */
  documents: (NewWords & { wordCount: number })[]
}

export interface AddWordsInput {
  projectId: number
  additions: NewWords[]
  /** Only with the last words of a turn. */
  until: number | undefined
}

export const addWords = defineUnit(
  'search-index.add-words',
  async (tx, { projectId, additions, until }: AddWordsInput, dialect): Promise<void> => {
    await dialect.lockProject(tx, projectId)
    await addToDocuments(tx, dialect, projectId, additions)
    if (until !== undefined) await markIndexed(tx, projectId, until)
  },
)
