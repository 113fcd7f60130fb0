import type { Json } from '../event/event.ts'
import { rulesFor } from './rules.ts'
import { scrubJson } from './scrub-json.ts'
import { scrubNamedText } from './scrub-text.ts'
import type { ScrubSettings } from './settings.ts'
import { startWalk } from './walk.ts'

/** A text that is in no event, under the name that it is known by. */
export function scrubText(text: string, name: string, settings: ScrubSettings): string {
  const walk = startWalk(rulesFor(settings))
  return scrubNamedText(text, name, walk.rules.judge(name), walk)
}

/** Data that is in no event; the same data if nothing is removed. It must not be nested more deeply than events are. */
export function scrubPart(part: Json, name: string, settings: ScrubSettings): Json {
  const walk = startWalk(rulesFor(settings))
  return scrubJson(part, name, walk.rules.judge(name), walk)
}
