import { rulesFor } from './rules.ts'
import { scrubFile, type File } from './scrub-file.ts'
import { scrubNamedText } from './scrub-text.ts'
import type { ScrubSettings } from './settings.ts'
import type { Rule } from './text/find.ts'
import { startWalk } from './walk.ts'

/** How many values were removed, by the rule that did it. */
export type Removed = { rule: Rule; count: number }[]

/** Scrubs what is in no event, and counts what it removes. */
export interface Scrubber {
  /** A text under the name that it is known by. */
  text(text: string, name: string): string
  file(file: File): Uint8Array
  removed(): Removed
}

export function createScrubber(settings: ScrubSettings): Scrubber {
  const walk = startWalk(rulesFor(settings))
  return {
    text: (text, name) => scrubNamedText(text, name, walk.rules.judge(name), walk),
    file: (file) => scrubFile(file, walk),
    removed: () => [...walk.removed].map(([rule, count]) => ({ rule, count })),
  }
}
