/** One request that means harm, or looks as if it did. */
export interface HostileInput {
  name: string
  body: Uint8Array | string
  headers?: Record<string, string>
  /** What may be replied: by default that it was taken, is malformed or too large. */
  statuses?: number[]
}

export const idOf = (number: number): string => number.toString(16).padStart(32, '0')

/** An envelope with one event, whose JSON may be given as text or bytes. */
export function eventEnvelope(event: object | string | Uint8Array, headers: object = {}): Buffer {
  const isBytes = typeof event === 'string' || event instanceof Uint8Array
  const payload = Buffer.from(isBytes ? event : JSON.stringify(event))
  const head = `${JSON.stringify(headers)}\n{"type":"event","length":${payload.length}}\n`
  return Buffer.concat([Buffer.from(head), payload, Buffer.from('\n')])
}

/** The same numbers at each run: mulberry32. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
