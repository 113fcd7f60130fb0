import { defaultEventBounds } from '../../domain/event/event-bounds.ts'
import type { Json } from '../../domain/event/event.ts'
import { EventFormatError } from '../../domain/event/parse-event-json.ts'
import { readEventJson } from '../../domain/event/read-event-json.ts'
import { asObject, type JsonObject } from '../../domain/event/read-json.ts'
import { Refusal } from '../refusals/refusal.ts'

/** The JSON object of an item, cleaned. Throws a `Refusal` for anything else; `what` is what the sentence calls it. */
export function parseObject(
  payload: Uint8Array,
  limitBytes: number,
  what = 'event',
  bounds = defaultEventBounds,
): JsonObject {
  const object = asObject(parseJson(payload, limitBytes, what, bounds))
  if (object === undefined) throw new Refusal(400, 'It is not a JSON object.')
  return object
}

/** The JSON of an item, cleaned. Throws a `Refusal` for what is none, or is too large. */
export function parseJson(
  payload: Uint8Array,
  limitBytes: number,
  what = 'event',
  bounds = defaultEventBounds,
): Json {
  if (payload.length > limitBytes) throw new Refusal(413, `The item is larger than ${limitBytes} bytes.`)
  try {
    return readEventJson(payload, bounds)
  } catch (error) {
    if (error instanceof EventFormatError)
      throw new Refusal(400, error.message.replace('The event', `The ${what}`), error)
    throw error
  }
}
