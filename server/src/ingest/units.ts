import { recordRefused } from './refusals/refused-tally.ts'

export const ingestUnits = [recordRefused]
