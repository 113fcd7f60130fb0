import { inflateSync } from 'node:zlib'
import type { Envelope } from '@mishap/sdk/protocol'
import type { Arrival } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { DecodeLimits } from './decoded.ts'

const openingBrace = 0x7b
const whitespace = new Set([0x09, 0x0a, 0x0d, 0x20])
/** An event at its limit, in base64 and with the field name of a form. */
const overheadBytes = 64

/**
 * The body of `/store/`: one event, as JSON, or as base64 of JSON or of zlib data, alone or as the field `sentry_data`
 * of a form. What it is shows at its first bytes: old clients send any content type or none.
 */
export function readStoreBody(body: Uint8Array, _arrival: Arrival, limits: DecodeLimits): Envelope {
  if (body.length > limits.eventBytes * 2 + overheadBytes) throw tooLarge(limits)
  const payload = isJson(body) ? body : unpack(new TextDecoder().decode(body), limits)
  return { headers: {}, items: [{ headers: { type: 'event' }, payload }] }
}

function unpack(text: string, limits: DecodeLimits): Uint8Array {
  const field = /(?:^|&)\s*sentry_data=([^&]*)/.exec(text)?.[1]
  const bytes = field === undefined ? Buffer.from(text, 'base64') : unpackField(field)
  return isJson(bytes) ? bytes : inflate(bytes, text, limits)
}

function unpackField(field: string): Buffer {
  const json = Buffer.from(decodeField(field.replaceAll('+', ' ')))
  // In base64 a plus is a digit, which sloppy forms leave as it is.
  return isJson(json) ? json : Buffer.from(decodeField(field).replaceAll(' ', '+'), 'base64')
}

function decodeField(field: string): string {
  try {
    return decodeURIComponent(field)
  } catch (cause) {
    throw new Refusal(400, 'The field sentry_data is not URL-encoded text.', cause)
  }
}

function inflate(bytes: Buffer, text: string, limits: DecodeLimits): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: limits.eventBytes })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(limits)
    if (isOtherJson(text)) throw new Refusal(400, 'It is not a JSON object.', cause)
    throw new Refusal(400, 'The body is neither JSON nor base64 of JSON or of zlib data.', cause)
  }
}

/** Such as a list. What is base64 may be a number too, so this is asked last. */
function isOtherJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isJson(bytes: Uint8Array): boolean {
  let at = 0
  // A byte order mark and spaces may stand before it.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3
  while (whitespace.has(bytes[at] ?? 0)) at += 1
  return bytes[at] === openingBrace
}

function tooLarge({ eventBytes }: DecodeLimits): Refusal {
  return new Refusal(413, `The event is larger than ${eventBytes} bytes.`)
}
