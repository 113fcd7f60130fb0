import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

export type EnvelopeKind = 'node' | 'browser'

interface Frame {
  function: string
  filename: string
  in_app: boolean
}

/** What of an event is changed before it is sent; the rest goes as it was recorded. */
export interface TemplateEvent {
  event_id: string
  timestamp: number
  environment: string
  release: string
  sdk: { name: string; version: string }
  exception: { values: { type: string; value: string; stacktrace: { frames: Frame[] } }[] }
  breadcrumbs: { timestamp: number }[]
  contexts: { trace: { trace_id: string; span_id: string } }
  user: { id: string; email?: string }
}

/** The lines of JSON that the envelopes of this kind are made from. */
export function readTemplates(kind: EnvelopeKind): string[] {
  const packed = readFileSync(new URL(`corpus/${kind}.jsonl.br`, import.meta.url))
  return brotliDecompressSync(packed).toString('utf8').trim().split('\n')
}
