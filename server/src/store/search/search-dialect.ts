import type { AskedWord } from '../../domain/search/asked-words.ts'
import type { Reader, Tx } from '../store.ts'

/** What of the search index one text cannot say on both engines. */
export interface SearchDialect {
  /** Writes a fingerprint's document, with its words in the index, in place of what there was. */
  saveDocument(tx: Tx, document: SearchDocument): Promise<void>
  /**
   * The fingerprints of a project whose documents have all of the words, and maybe some that have not; undefined when
   * there are more than `most`, which takes no longer to find out.
   */
  lookUp(reader: Reader, { projectId, words, most }: LookUp): Promise<number[] | undefined>
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
