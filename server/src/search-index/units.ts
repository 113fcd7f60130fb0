import { addWords } from './add-words.ts'
import { stepBack } from './step-back.ts'

export const searchIndexUnits = [addWords, stepBack]
