import type { Outcomes } from '../../../lib/api.ts'
import { formatExact } from '../../../lib/formats.ts'
import { outcomeNames } from './events-state.ts'
import { groupRows, type OutcomeRow } from './group-rows.ts'
import { sayReason } from './outcome-words.ts'

/**
 * The page in sentences: how much of what reached the server was accepted, what most of the rest met with, and what
 * clients say that they lost. That last number is only said, by whoever has the DSN: it is never mixed with the others.
 * Totals come from the hours, since the rows are only the largest.
 */
export function sumUp({ hours, rows }: Pick<Outcomes, 'hours' | 'rows'>, when: string): string {
  const lost = sum(hours.filter(({ outcome }) => outcome === 'lost_in_client'))
  const all = sum(hours) - lost
  const sentences = [
    all > 0 && sayReached(hours, all, when),
    all > 0 && sayWorst(rows),
    lost > 0 && sayLost(lost, all === 0 ? ` in ${when}` : ''),
  ]
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ')
}

function sayReached(hours: Outcomes['hours'], all: number, when: string): string {
  const accepted = sum(hours.filter(({ outcome }) => outcome === 'accepted'))
  if (accepted === all) return `All ${formatExact(all)} things that arrived in ${when} were accepted.`
  return `${formatExact(accepted)} of ${formatExact(all)} things that arrived in ${when} were accepted.`
}

function sayWorst(rows: OutcomeRow[]): string | undefined {
  const others = rows.filter(({ outcome }) => outcome !== 'accepted' && outcome !== 'lost_in_client')
  const [worst] = groupRows(others, 'reason')
  if (worst === undefined) return undefined
  const name = outcomeNames[worst.outcome].toLowerCase()
  return `Most of the rest: ${formatExact(worst.quantity)} ${name}, ${sayReason(worst.reason)}.`
}

function sayLost(lost: number, when: string): string {
  return `Clients say that they lost ${formatExact(lost)} before sending${when}.`
}

export function sum(rows: { quantity: number }[]): number {
  return rows.reduce((total, { quantity }) => total + quantity, 0)
}
