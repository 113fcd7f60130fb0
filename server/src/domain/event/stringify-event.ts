import type { Event, Stacktrace } from './event.ts'
import { isRecurring, rememberRecurring } from './recurring.ts'

const textOf = rememberRecurring((stacktrace: Stacktrace, _always: undefined) => JSON.stringify(stacktrace))

/** What stands for a stack while the rest is made into a text. No text of an event holds it: NUL is cleaned away. */
const placeholder = '\0stack'
const placeholderText = JSON.stringify(placeholder)

/** The same as `JSON.stringify`; stacks that come again are not made into texts again. */
export function stringifyEvent(event: Event): string {
  const texts: string[] = []
  function withoutStacks<Owner extends { stacktrace?: Stacktrace }>(owners: Owner[]): Owner[] {
    return owners.map((owner) => {
      const { stacktrace } = owner
      if (stacktrace === undefined || !isRecurring(stacktrace)) return owner
      texts.push(textOf(stacktrace, undefined))
      return { ...owner, stacktrace: placeholder }
    })
  }
  const { exception, threads } = event
  const bare: Event = { ...event }
  // In the order in which they stand in the text.
  for (const key of Object.keys(event)) {
    if (key === 'exception' && exception) bare.exception = { values: withoutStacks(exception.values) }
    if (key === 'threads' && threads) bare.threads = { values: withoutStacks(threads.values) }
  }
  if (texts.length === 0) return JSON.stringify(event)
  const pieces = JSON.stringify(bare).split(placeholderText)
  return pieces.map((piece, index) => piece + (texts[index] ?? '')).join('')
}
