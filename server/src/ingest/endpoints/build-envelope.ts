import type { Handover } from './endpoint.ts'

export interface NewItem {
  headers: { type: string } & Record<string, string>
  payload: Uint8Array | object
}

/** An envelope of ours, for what came in another form. */
export function buildEnvelope(headers: Record<string, string>, items: NewItem[]): Handover {
  const parts = [line(headers), ...items.flatMap(serialiseItem)]
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  return { form: 'envelope', body, encoding: 'identity' }
}

function serialiseItem({ headers, payload }: NewItem): Uint8Array[] {
  const bytes = payload instanceof Uint8Array ? payload : Buffer.from(JSON.stringify(payload))
  return [line({ ...headers, length: bytes.length }), bytes, Buffer.from('\n')]
}

function line(headers: object): Buffer {
  return Buffer.from(`${JSON.stringify(headers)}\n`)
}
