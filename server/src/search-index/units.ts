import { addWords } from './add-words.ts'

export const searchIndexUnits = [addWords]
