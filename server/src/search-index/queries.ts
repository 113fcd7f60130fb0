import { findWords } from './find-words.ts'

export const searchIndexQueries = [findWords]
