import type { SearchWord } from './parse-search.ts'
import { splitAsked } from './split-words.ts'

/** A word of the index that must occur, or be the beginning of one that does. */
export interface AskedWord {
  word: string
  match: 'beginning' | 'whole'
}

/**
 * What a search's words come to in the index, each once; undefined when there are some, but not one has a letter or a
 * digit: no issue can be found by those.
 */
export function askedWordsOf(words: SearchWord[]): AskedWord[] | undefined {
  const asked = new Map<string, AskedWord>()
  for (const { kind, text } of words) {
    const match = kind === 'word' ? 'beginning' : 'whole'
    for (const word of splitAsked(text))
      if (asked.get(word)?.match !== 'whole') asked.set(word, { word, match })
  }
  return words.length > 0 && asked.size === 0 ? undefined : [...asked.values()]
}
