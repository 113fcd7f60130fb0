import type { Encoding } from './arrival.ts'
import { Refusal } from './refusals/refusal.ts'

const encodings: Record<string, Encoding> = {
  // An empty header means none: Ruby's SDK sends it. "utf-8" is a charset in the wrong place.
  '': 'identity',
  identity: 'identity',
  'utf-8': 'identity',
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
}

export function readEncoding(header: string | undefined): Encoding {
  const name = (header ?? '').trim().toLowerCase()
  const encoding = Object.hasOwn(encodings, name) ? encodings[name] : undefined
  if (encoding !== undefined) return encoding
  throw new Refusal(
    415,
    `The content encoding "${name.slice(0, 40)}" is not known: send gzip, deflate, br, zstd or none.`,
  )
}
