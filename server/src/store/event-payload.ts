import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Of the dictionary, `deflate-dictionary` used the end, as far as deflate reaches back; so do rows of old versions. */
export type PayloadCodec = 'deflate' | 'deflate-dictionary' | 'deflate-beginning'

/** Level 1: the others cost twice the time and save little once there is a dictionary. */
const level = 1
/**
 * The stack, which events of an issue share, comes early in an event, and what differs comes after it. Deflate reaches
 * back 32 KiB less some bytes: what is at the same place in two events is in reach only if the dictionary ends before,
 * with room for what is longer in the second.
 */
const beginningBytes = 28 * 1024
/** A stored event is at most one mebibyte of JSON and what we added; a damaged row must not eat the memory. */
const largestJsonBytes = 32 * 1024 * 1024

/** Deflates an event's JSON, against the JSON of its issue's first event where there is one. */
export function encodePayload(json: string, dictionary?: Buffer): { codec: PayloadCodec; payload: Buffer } {
  if (dictionary === undefined) return { codec: 'deflate', payload: deflateRawSync(json, { level }) }
  const payload = deflateRawSync(json, { level, dictionary: beginningOf(dictionary) })
  return { codec: 'deflate-beginning', payload }
}

/** A payload as its row has it: both are NULL once it was let go. */
export interface StoredPayload {
  codec: PayloadCodec | null
  payload: Buffer | null
}

/** The JSON bytes of a row's payload; undefined when it was let go. */
export function unpackPayload({ codec, payload }: StoredPayload, dictionary?: Buffer): Buffer | undefined {
  return codec === null || payload === null ? undefined : decodePayload(codec, payload, dictionary)
}

/** The JSON bytes of a payload. `dictionary` is the JSON it was deflated against. */
export function decodePayload(codec: PayloadCodec, payload: Buffer, dictionary?: Buffer): Buffer {
  if (codec === 'deflate') return inflateRawSync(payload, { maxOutputLength: largestJsonBytes })
  if (dictionary === undefined)
    throw new Error('The event that this payload was deflated against is missing.')
  const used = codec === 'deflate-beginning' ? beginningOf(dictionary) : dictionary
  return inflateRawSync(payload, { maxOutputLength: largestJsonBytes, dictionary: used })
}

/** As much of an event as others are deflated against. */
export function beginningOf(json: Buffer): Buffer {
  return json.subarray(0, beginningBytes)
}
