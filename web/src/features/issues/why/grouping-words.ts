import type { Fingerprint } from '../../../lib/api.ts'

const tiers = new Map([
  ['client', 'By the fingerprint that the program sent'],
  ['rule', 'By a rule of this project'],
  ['report', 'By the report of the browser'],
  ['canonical', 'By the kind of error, wherever it happened'],
  ['site', 'By the place in the application’s own code'],
  ['library', 'By the library that failed, since no frame is the application’s'],
  ['minified', 'By what minified code leaves readable'],
  ['frameless', 'By type and message, since there is no stack'],
  ['thread', 'By the stack of the thread that crashed'],
  ['message', 'By the message'],
  ['empty', 'By platform, since nothing else is known'],
])

/** What decided the group. */
export function sayTier(tier: string): string {
  return tiers.get(tier) ?? `By ${tier}`
}

const bindings: Record<Fingerprint['binding'], string> = {
  own: 'Began this issue',
  merged: 'Merged into this issue by a person',
  pinned: 'Pinned here: a person took it out of another issue',
  regrouped: 'Brought here by rules',
}

export function sayBinding(binding: Fingerprint['binding']): string {
  return bindings[binding]
}
