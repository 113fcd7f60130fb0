import type { Event, Stacktrace } from './event.ts'
import { isRecurring, rememberRecurring } from './recurring.ts'

const textOf = rememberRecurring((part: object, _always: undefined) => JSON.stringify(part))

/** What stands for a part while the rest is made into a text. No text of an event holds it: NUL is cleaned away. */
const placeholder = '\0part'
const placeholderText = JSON.stringify(placeholder)

/** The same as `JSON.stringify`; what comes again is not made into a text again. */
export function stringifyEvent(event: Event): string {
  const texts: string[] = []
  const { exception, threads } = event
  // In the order in which they stand in the text.
  const bare = Object.fromEntries(
    Object.entries(event).map(([key, value]) => {
      if (key === 'exception' && exception) return [key, { values: withoutStacks(exception.values, texts) }]
      if (key === 'threads' && threads) return [key, { values: withoutStacks(threads.values, texts) }]
      const isPart = typeof value === 'object' && value !== null && isRecurring(value)
      return [key, isPart ? takeOut(value, texts) : value]
    }),
  )
  if (texts.length === 0) return JSON.stringify(event)
  const pieces = JSON.stringify(bare).split(placeholderText)
  return pieces.map((piece, index) => piece + (texts[index] ?? '')).join('')
}

function takeOut(part: object, texts: string[]): string {
  texts.push(textOf(part, undefined))
  return placeholder
}

function withoutStacks(owners: { stacktrace?: Stacktrace }[], texts: string[]): object[] {
  return owners.map((owner) => {
    const { stacktrace } = owner
    if (stacktrace === undefined || !isRecurring(stacktrace)) return owner
    return { ...owner, stacktrace: takeOut(stacktrace, texts) }
  })
}
