import { cleanTree } from './clean-tree.ts'
import { defaultEventBounds, type EventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { surveyJson, type JsonSource } from './json-source.ts'
import { createKnownStacks, type KnownStack, type KnownStacks } from './known-stacks.ts'
import { parseSurveyed } from './parse-event-json.ts'
import { asObject, asValues, type JsonObject } from './read-json.ts'

/** All together; what is made of them later takes some times as much. */
const mostChars = 2 * 1024 * 1024
/** Bounds decide what is left out, so a stack is known to those it was read with. */
const knownToBounds = new WeakMap<EventBounds, KnownStacks>()

/**
 * Parses and cleans the JSON of an event. The stacks of a program are few and come again with every event: what was read
 * of one is used again, which spares the later steps too (see `recurring.ts`). Throws `EventFormatError`.
 */
export function readEventJson(bytes: Uint8Array, bounds = defaultEventBounds): Json {
  const text = new TextDecoder().decode(bytes)
  const source = surveyJson(text)
  const stacks = mayBeKnown(source, bounds) ? knownTo(bounds) : undefined
  const parts = (stacks === undefined ? [] : source.frameLists).map((part) => {
    return { ...part, stack: stacks?.find(text, part.from, part.to) }
  })
  const around = readAround(text, parts, bounds)
  const parsed = around ?? parseSurveyed(text, source, bounds)
  const cleaned = around ?? cleanTree(parsed, bounds)
  if (cleaned === parsed)
    for (const { from, to, stack } of parts) if (stack === undefined) stacks?.learn(text, from, to)
  return cleaned
}

/** Only where nothing is left out or rewritten, wherever it stands. */
function mayBeKnown({ depth, hasLongNumber, members }: JsonSource, bounds: EventBounds): boolean {
  return depth <= bounds.depthParsed && members <= bounds.keysPerEvent && !hasLongNumber
}

function knownTo(bounds: EventBounds): KnownStacks {
  const known = knownToBounds.get(bounds) ?? createKnownStacks(mostChars)
  knownToBounds.set(bounds, known)
  return known
}

/** A place in the text where a list of frames stands, and what is known of it. */
interface Part {
  from: number
  to: number
  stack: KnownStack | undefined
}

const placeholder = 'The frames of known stack '

/** Undefined when it is better read whole: nothing of it is known, or it is not as simple as it seemed. */
function readAround(text: string, parts: Part[], bounds: EventBounds): Json | undefined {
  const count = parts.filter(({ stack }) => stack !== undefined).length
  if (count === 0) return undefined
  const parsed = asObject(parseIfValid(withPlaceholders(text, parts)))
  if (parsed === undefined || cleanTree(parsed, bounds) !== parsed) return undefined
  return placeStacks(parsed, parts) === count ? parsed : undefined
}

function withPlaceholders(text: string, parts: Part[]): string {
  let around = ''
  let copied = 0
  for (const [index, { from, to, stack }] of parts.entries()) {
    if (stack === undefined) continue
    around += `${text.slice(copied, from)}"${placeholder}${index}"`
    copied = to
  }
  return around + text.slice(copied)
}

function parseIfValid(text: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(text)
    return parsed
  } catch {
    // Read whole it tells what is wrong.
    return undefined
  }
}

/** Answers how many it placed. */
function placeStacks(event: JsonObject, parts: Part[]): number {
  let placed = 0
  for (const owner of [event, ...asValues(event['exception']), ...asValues(event['threads'])]) {
    const stacktrace = asObject(owner['stacktrace'])
    const frames = stacktrace?.['frames']
    if (stacktrace === undefined || typeof frames !== 'string' || !frames.startsWith(placeholder)) continue
    const stack = parts[Number(frames.slice(placeholder.length))]?.stack
    if (stack === undefined) continue
    stacktrace['frames'] = stack.frames
    placed += 1
  }
  return placed
}
