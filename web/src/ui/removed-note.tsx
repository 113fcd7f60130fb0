import type { Feedback } from '../lib/api.ts'

type Removed = Feedback['removed']

/** By the rules of scrubbing. */
const kinds = new Map([
  ['@password:filter', 'password or secret'],
  ['@creditcard:filter', 'card number'],
  ['@iban:filter', 'account number'],
  ['@usssn:filter', 'social security number'],
  ['@pemkey:filter', 'private key'],
  ['@urlauth:filter', 'password in an address'],
  ['@bearer:filter', 'credentials'],
  ['@token:filter', 'access token'],
  ['@ip:replace', 'IP address'],
  ['strip-fields', 'a word of this project'],
])

/** What scrubbing took out, so that nobody looks for it: "2 values were removed: password or secret, card number". */
export function RemovedNote({ removed, className }: { removed: Removed; className?: string | undefined }) {
  const count = removed.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  const what = removed.map(({ rule }) => kinds.get(rule) ?? rule).join(', ')
  return (
    <span className={className} title="Scrubbing took them out before anything was stored.">
      {count === 1 ? '1 value was removed' : `${count} values were removed`}: {what}
    </span>
  )
}
