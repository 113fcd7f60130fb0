import { recordRefused } from './refused-tally.ts'

export const ingestUnits = [recordRefused]
