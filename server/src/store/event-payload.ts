import { deflateRawSync, inflateRawSync } from 'node:zlib'

export type PayloadCodec = 'deflate' | 'deflate-dictionary'

/** Level 1: the others cost twice the time and save little once there is a dictionary. */
const level = 1
/** A stored event is at most one mebibyte of JSON and what we added; a damaged row must not eat the memory. */
const largestJsonBytes = 32 * 1024 * 1024

/** Deflates an event's JSON, against the JSON of its issue's first event where there is one. */
export function encodePayload(json: string, dictionary?: Buffer): { codec: PayloadCodec; payload: Buffer } {
  if (dictionary === undefined) return { codec: 'deflate', payload: deflateRawSync(json, { level }) }
  return { codec: 'deflate-dictionary', payload: deflateRawSync(json, { level, dictionary }) }
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
  return inflateRawSync(payload, { maxOutputLength: largestJsonBytes, dictionary })
}
