import type { Json } from './event.ts'
import { markRecurring } from './recurring.ts'

/** A part of events as it stands in their JSON, such as the frames of a stack. */
export interface KnownPart {
  text: string
  value: Json[] | { [key: string]: Json }
}

export interface KnownParts {
  /** The part that stands between two places of a text. */
  find(text: string, from: number, to: number): KnownPart | undefined
  /** What comes a second time will come again. */
  learn(text: string, from: number, to: number): void
}

const mostSeenOnce = 4_000
/** Shorter ones are read as fast as they are found. */
const shortest = 200
/** The innermost frames tell most. Whether it is the same is seen by comparing all. */
const tellingChars = 160

export function createKnownParts(mostChars: number): KnownParts {
  const known = new Map<string, KnownPart>()
  const once = new Set<string>()
  let chars = 0

  function keep(key: string, part: KnownPart): void {
    chars += part.text.length - (known.get(key)?.text.length ?? 0)
    known.delete(key)
    known.set(key, part)
    for (const [oldest, { text }] of known) {
      if (chars <= mostChars) break
      known.delete(oldest)
      chars -= text.length
    }
  }

  return {
    find(text, from, to) {
      if (to - from < shortest) return undefined
      const key = keyOf(text, from, to)
      const part = known.get(key)
      if (part === undefined || part.text !== text.slice(from, to)) return undefined
      // The last to be used is the last to go.
      known.delete(key)
      known.set(key, part)
      return part
    },
    learn(text, from, to) {
      if (to - from < shortest || to - from > mostChars / 4) return
      const key = keyOf(text, from, to)
      if (once.has(key)) {
        keep(key, readPart(text.slice(from, to)))
        return
      }
      if (once.size >= mostSeenOnce) once.clear()
      once.add(key)
    },
  }
}

/** Made anew, since a slice would hold all of the text that it was cut from. */
function readPart(slice: string): KnownPart {
  const text = Buffer.from(slice).toString()
  const value: KnownPart['value'] = JSON.parse(text)
  markRecurring(value)
  return { text, value }
}

function keyOf(text: string, from: number, to: number): string {
  return `${to - from} ${text.slice(Math.max(from, to - tellingChars), to)}`
}
