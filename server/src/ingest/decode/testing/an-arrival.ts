import { defaultEventBounds } from '../../../domain/event/event-bounds.ts'
import { defaultProjectSettings, type ProjectSettings } from '../../../domain/project-settings.ts'
import type { Arrival } from '../../arrival.ts'
import { decodeArrival } from '../decode-arrival.ts'
import type { Decoded, DecodeLimits } from '../decoded.ts'

export const noon = Date.parse('2026-11-25T12:00:00Z')
export const ownId = '0123456789abcdef0123456789abcdef'
export const fallbackEventId = 'fa'.repeat(16)
const otherLimits = {
  ...defaultEventBounds,
  attachments: 30,
  attachmentsBytes: 100_000_000,
  reportBytes: 64 * 1024,
  events: 10,
  sessions: 1_000,
  feedback: 20,
  inflateRatio: 200,
  inflateFreeBytes: 1_000_000,
}
export const smallLimits: DecodeLimits = {
  ...otherLimits,
  envelopeBytes: 10_000,
  eventBytes: 1_000,
  attachmentBytes: 2_000,
  items: 4,
  headerLineBytes: 200,
}
const largeLimits: DecodeLimits = {
  ...otherLimits,
  envelopeBytes: 100_000_000,
  eventBytes: 1_000_000,
  attachmentBytes: 20_000_000,
  items: 1_000,
  headerLineBytes: 8_192,
}

export function anArrival(body: string | Uint8Array, changes: Partial<Arrival> = {}): Arrival {
  return {
    kind: 'arrival',
    id: 1,
    projectId: 7,
    publicKey: 'a'.repeat(32),
    form: 'envelope',
    body: new Uint8Array(Buffer.from(body)),
    encoding: 'identity',
    receivedAtMs: noon,
    fallbackEventId,
    clientIp: undefined,
    clientName: undefined,
    headers: {},
    ...changes,
  }
}

/** Decodes with the limits that a server has by default, or nearly. */
export function decode(arrival: Arrival, settings: Partial<ProjectSettings> = {}): Decoded {
  return decodeArrival(arrival, largeLimits, { ...defaultProjectSettings, ...settings })
}

/** An envelope of items, each its headers and its payload: an object is JSON. */
export function anEnvelope(headers: object, ...items: [headers: object, payload: unknown][]): Buffer {
  const parts = items.flatMap(([item, payload]) => {
    const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload))
    return [Buffer.from(`${JSON.stringify({ ...item, length: bytes.length })}\n`), bytes, Buffer.from('\n')]
  })
  return Buffer.concat([Buffer.from(`${JSON.stringify(headers)}\n`), ...parts])
}

/** What is left of one item that came alone. */
export function decodeItemAlone(
  type: string,
  payload: unknown,
  settings?: Partial<ProjectSettings>,
): Decoded {
  return decode(anArrival(anEnvelope({}, [{ type }, payload])), settings)
}
