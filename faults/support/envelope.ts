import { randomBytes } from 'node:crypto'

const kinds = 40

/** All our ids begin with it, so that they are found in what a server writes to its disk. */
export const idPrefix = 'fa17fa17'

/** An event id that nobody has yet. */
export function newEventId(): string {
  return idPrefix + randomBytes(12).toString('hex')
}

/**
 * An envelope with one event of about `bytes` bytes, at least some 500. The ids spread the events over forty issues.
 * What fills it up cannot be deflated to much less than half.
 */
export function envelopeOf(eventId: string, bytes = 1_500): Buffer {
  const kind = Number.parseInt(eventId.slice(-6), 16) % kinds
  const event = {
    event_id: eventId,
    timestamp: Date.now() / 1000,
    platform: 'node',
    level: 'error',
    release: 'shop@1.4.2',
    exception: {
      values: [{ type: `Fault${kind}Error`, value: `broke in way ${kind}`, stacktrace: stackOf(kind) }],
    },
    tags: { kind: String(kind) },
    extra: fillOf(Math.max(0, bytes - 500)),
  }
  const json = JSON.stringify(event)
  const header = JSON.stringify({ event_id: eventId })
  const item = JSON.stringify({ type: 'event', length: Buffer.byteLength(json) })
  return Buffer.from(`${header}\n${item}\n${json}\n`)
}

function stackOf(kind: number) {
  const frame = {
    filename: `/srv/shop/kind-${kind}.js`,
    function: `takeStep${kind}`,
    lineno: 12,
    in_app: true,
  }
  return { frames: [frame] }
}

/** In values of 500 characters, below every limit of a single text. */
function fillOf(bytes: number): Record<string, string> {
  const text = randomBytes(Math.ceil(bytes / 2)).toString('hex')
  const parts = Math.ceil(text.length / 500)
  return Object.fromEntries(
    Array.from({ length: parts }, (_, part) => [`fill${part}`, text.slice(part * 500, (part + 1) * 500)]),
  )
}
