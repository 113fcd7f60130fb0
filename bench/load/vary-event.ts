import type { Random } from './random.ts'
import type { TemplateEvent } from './read-templates.ts'

const users = 5_000
const pastSeconds = 60
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Makes a template into an event of its own, in place: other ids, a user among five thousand, times of the last
 * minute, and names that make `generation` 1 and above an issue of its own.
 */
export function varyEvent(event: TemplateEvent, generation: number, random: Random, nowMs: number): void {
  event.event_id = random.hex(32)
  event.contexts.trace = { ...event.contexts.trace, trace_id: random.hex(32), span_id: random.hex(16) }
  event.user.id = String(1000 + random.below(users))
  if (event.user.email) event.user.email = `user${event.user.id}@example.com`
  const later = Math.floor(nowMs / 1000) - random.below(pastSeconds) - Math.floor(event.timestamp)
  event.timestamp += later
  for (const breadcrumb of event.breadcrumbs) breadcrumb.timestamp += later
  if (generation > 0) renameCrashSite(event, nameOf(generation))
}

/** The word before a number in the message too: of minified frames, names tell nothing. */
function renameCrashSite(event: TemplateEvent, suffix: string): void {
  for (const exception of event.exception.values) {
    exception.value = exception.value.replace(/(?<=[a-z])(?=\d)/, suffix)
    const frame = exception.stacktrace.frames.findLast((each) => each.in_app)
    if (frame === undefined) continue
    frame.function = `${frame.function}${suffix}`
    frame.filename = frame.filename.replace(/(?=\.js$)/, suffix)
  }
}

/** B, C … Z, BA, BB …: digits in names are what grouping ignores. */
function nameOf(generation: number): string {
  const rest = Math.floor(generation / letters.length)
  return (rest > 0 ? nameOf(rest) : '') + letters.charAt(generation % letters.length)
}
