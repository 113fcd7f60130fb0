import type { Json } from './event.ts'
import { markRecurring } from './recurring.ts'

/** The frames of a stack as they stand in the JSON of events. */
export interface KnownStack {
  text: string
  frames: Json[]
}

export interface KnownStacks {
  /** The stack that stands between two places of a text. */
  find(text: string, from: number, to: number): KnownStack | undefined
  /** What comes a second time will come again. */
  learn(text: string, from: number, to: number): void
}

const mostTexts = 4_000
/** Shorter ones are read as fast as they are found. */
const shortest = 256
/** The innermost frames tell most. Whether it is the same is seen by comparing all. */
const tellingChars = 160

export function createKnownStacks(mostChars: number): KnownStacks {
  const stacks = new Map<string, KnownStack>()
  const once = new Set<string>()
  let chars = 0

  function keep(key: string, stack: KnownStack): void {
    stacks.set(key, stack)
    chars += stack.text.length
    for (const [oldest, { text }] of stacks) {
      if (chars <= mostChars) break
      stacks.delete(oldest)
      chars -= text.length
    }
  }

  return {
    find(text, from, to) {
      if (to - from < shortest) return undefined
      const key = keyOf(text, from, to)
      const known = stacks.get(key)
      if (known === undefined || known.text !== text.slice(from, to)) return undefined
      // The last to be used is the last to go.
      stacks.delete(key)
      stacks.set(key, known)
      return known
    },
    learn(text, from, to) {
      if (to - from < shortest || to - from > mostChars / 4) return
      const key = keyOf(text, from, to)
      if (once.size >= mostTexts) once.clear()
      if (!once.has(key)) {
        once.add(key)
        return
      }
      chars -= stacks.get(key)?.text.length ?? 0
      stacks.delete(key)
      keep(key, readStack(text.slice(from, to)))
    },
  }
}

/** Made anew, since a slice would hold all of the text that it was cut from. */
function readStack(slice: string): KnownStack {
  const text = Buffer.from(slice).toString()
  const frames: Json[] = JSON.parse(text)
  markRecurring(frames)
  return { text, frames }
}

function keyOf(text: string, from: number, to: number): string {
  return `${to - from} ${text.slice(Math.max(from, to - tellingChars), to)}`
}
