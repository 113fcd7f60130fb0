import { formatExact } from '../../../../lib/formats.ts'
import type { Notes } from './read-notes.ts'

/** Why something was taken out; the rules have the names that Relay gives them. */
const reasons = new Map([
  ['@password:filter', 'its name says that it is a secret'],
  ['@creditcard:filter', 'it looks like a card number'],
  ['@iban:filter', 'it looks like an account number (IBAN)'],
  ['@usssn:filter', 'it looks like a US social security number'],
  ['@pemkey:filter', 'it is a private key'],
  ['@urlauth:filter', 'it is a password inside an address'],
  ['@bearer:filter', 'it is an authorization header'],
  ['@token:filter', 'it looks like an access token'],
  ['@ip:replace', 'it is the address of a user'],
  ['@ip:filter', 'it is the address of a user'],
  ['@email:filter', 'it is an email address'],
  ['@userpath:filter', 'it names a user of the machine'],
  ['strip-fields', 'its name is one of this project’s own words'],
  ['!config', 'the client’s own settings say so'],
])

/** "Taken out because … It was never stored." */
export function whyRemoved(rules: string[]): string {
  const why = rules.map((rule) => reasons.get(rule) ?? `rule ${rule}`)
  return `Taken out because ${why.join(', or ')}. It was never stored.`
}

interface Extent {
  /** How much is left of a list or an object. */
  kept?: number | undefined
  /** What it was cut from: characters, frames … */
  noun?: string | undefined
}

export function sayCut({ rule, from }: { rule: string; from?: number }, { kept, noun }: Extent = {}): string {
  if (rule === '!depth') return 'nested too deep: kept as text'
  if (rule === '!config' || rule === '!raw') return 'left out by the client'
  if (from === undefined) return 'cut'
  // Only texts are cut by a rule; of a length alone it is not known what was counted.
  const what = noun ?? (rule === '' || kept !== undefined ? '' : 'characters')
  const all = `${formatExact(from)} ${what}`.trim()
  return kept === undefined ? `cut from ${all}` : `${formatExact(kept)} of ${all} kept`
}

const errors = new Map([
  ['invalid_data', 'could not be read'],
  ['invalid_characters', 'held characters that cannot be stored, for which � stands'],
  ['missing_attribute', 'was missing'],
  ['value_too_long', 'was too long'],
  ['invalid_attribute', 'is not known'],
  ['past_timestamp', 'lies too far in the past; the time of arrival is shown'],
  ['future_timestamp', 'lies in the future; the time of arrival is shown'],
  ['clock_drift', 'was corrected: the client’s clock is wrong'],
])

export function sayDamage({ errors: names, said }: NonNullable<Notes['damage']>): string {
  const what = names.map((name) => errors.get(name) ?? name.replaceAll('_', ' ')).join(', ')
  return said === undefined ? what : `${what}: ${said}`
}
