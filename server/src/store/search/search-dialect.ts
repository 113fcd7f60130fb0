import type { AskedWord } from '../../domain/search/asked-words.ts'
import type { Reader, Tx } from '../store.ts'

/** What of the search index one text cannot say on both engines. */
export interface SearchDialect {
  /** Writes a fingerprint's document, with its words in the index, in place of what there was. */
  saveDocument(tx: Tx, document: SearchDocument): Promise<void>
  /**
   * The fingerprints of a project whose documents have the words; undefined when there are more than `most`, which
   * takes no longer to find out.
   */
  lookUp(reader: Reader, { projectId, words, most }: LookUp): Promise<LookedUp | undefined>
}

export interface LookedUp {
  fingerprintNumbers: number[]
  /** Words too common to look up: whether the documents have those too is to be seen in their texts. */
  untested: AskedWord[]
}

export interface LookUp {
  projectId: number
  words: AskedWord[]
  most: number
}

export interface SearchDocument {
  projectId: number
  fingerprintNumber: number
  /** Different words, and at least one. */
  words: string[]
  isNew: boolean
}

/** How a document keeps its words. */
export function textOfWords(words: string[]): string {
  return ` ${words.join(' ')} `
}

export function wordsOfText(text: string): string[] {
  return text.trim().split(' ')
}

/** In a document's text, where a word begins, and if it is asked for whole, ends. */
export function textAsked({ word, match }: AskedWord): string {
  return match === 'whole' ? ` ${word} ` : ` ${word}`
}

/** A word as the index has it: each project has words of its own. */
export function termOf(projectId: number, word: string): string {
  return `${projectId}·${word}`
}
