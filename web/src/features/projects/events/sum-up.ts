import { formatExact } from '../../../lib/formats.ts'
import { outcomeNames } from './events-state.ts'
import { groupRows, type OutcomeRow } from './group-rows.ts'
import { sayReason } from './outcome-words.ts'

/** The page in a sentence: how much was accepted, and what most of the rest met with. */
export function sumUp(rows: OutcomeRow[], when: string): string {
  const all = sum(rows)
  const accepted = sum(rows.filter(({ outcome }) => outcome === 'accepted'))
  if (accepted === all) return `All ${formatExact(all)} things reported in ${when} were accepted.`
  const [worst] = groupRows(
    rows.filter(({ outcome }) => outcome !== 'accepted'),
    'reason',
  )
  const share = `${formatExact(accepted)} of ${formatExact(all)} things reported in ${when} were accepted.`
  if (worst === undefined) return share
  const name = outcomeNames[worst.outcome].toLowerCase()
  return `${share} Most of the rest: ${formatExact(worst.quantity)} ${name}, ${sayReason(worst.reason)}.`
}

export function sum(rows: { quantity: number }[]): number {
  return rows.reduce((total, { quantity }) => total + quantity, 0)
}
