import { cleanTree } from './clean-tree.ts'
import { defaultEventBounds, type EventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { surveyJson, type JsonPart, type JsonSource } from './json-source.ts'
import { createKnownParts, type KnownPart, type KnownParts } from './known-parts.ts'
import { parseSurveyed } from './parse-event-json.ts'
import { asObject, asValues, type JsonObject } from './read-json.ts'

/** All together; what is made of them later takes some times as much. */
const mostChars = 2 * 1024 * 1024
/** Bounds decide what is left out, so a part is known to those it was read with. */
const knownToBounds = new WeakMap<EventBounds, KnownParts>()

interface Part extends JsonPart {
  known: KnownPart | undefined
}

/**
 * Parses and cleans the JSON of an event. The stacks of a program are few and come again with every event, as do its
 * modules: what was read of one is used again, which spares the later steps too (see `recurring.ts`).
 * Throws `EventFormatError`.
 */
export function readEventJson(bytes: Uint8Array, bounds = defaultEventBounds): Json {
  const text = new TextDecoder().decode(bytes)
  const source = surveyJson(text)
  const knownParts = mayBeKnown(source, bounds) ? knownTo(bounds) : undefined
  const parts = (knownParts === undefined ? [] : source.parts).map((part): Part => {
    return { ...part, known: knownParts?.find(text, part.from, part.to) }
  })
  const around = readAround(text, parts, bounds)
  const parsed = around ?? parseSurveyed(text, source, bounds)
  const cleaned = around ?? cleanTree(parsed, bounds)
  if (cleaned === parsed)
    for (const { from, to, known } of parts) if (known === undefined) knownParts?.learn(text, from, to)
  return cleaned
}

/** Only where nothing is left out or rewritten, wherever it stands. */
function mayBeKnown({ depth, hasLongNumber, members }: JsonSource, bounds: EventBounds): boolean {
  return depth <= bounds.depthParsed && members <= bounds.keysPerEvent && !hasLongNumber
}

function knownTo(bounds: EventBounds): KnownParts {
  const known = knownToBounds.get(bounds) ?? createKnownParts(mostChars)
  knownToBounds.set(bounds, known)
  return known
}

const placeholder = 'The known part '

/** Undefined when it is better read whole: nothing of it is known, or it is not as simple as it seemed. */
function readAround(text: string, parts: Part[], bounds: EventBounds): Json | undefined {
  const count = parts.filter(({ known }) => known !== undefined).length
  if (count === 0) return undefined
  const parsed = asObject(parseIfValid(withPlaceholders(text, parts)))
  if (parsed === undefined || cleanTree(parsed, bounds) !== parsed) return undefined
  return placeParts(parsed, parts) === count ? parsed : undefined
}

function withPlaceholders(text: string, parts: Part[]): string {
  let around = ''
  let copied = 0
  for (const [index, { from, to, known }] of parts.entries()) {
    if (known === undefined) continue
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
function placeParts(event: JsonObject, parts: Part[]): number {
  let placed = placePart(event, 'modules', parts) + placePart(event, 'sdk', parts)
  for (const owner of [event, ...asValues(event['exception']), ...asValues(event['threads'])])
    placed += placePart(asObject(owner['stacktrace']), 'frames', parts)
  return placed
}

function placePart(owner: JsonObject | undefined, key: string, parts: Part[]): 0 | 1 {
  const said = owner?.[key]
  if (owner === undefined || typeof said !== 'string' || !said.startsWith(placeholder)) return 0
  const known = parts[Number(said.slice(placeholder.length))]?.known
  if (known === undefined) return 0
  owner[key] = known.value
  return 1
}
