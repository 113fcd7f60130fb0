import { gzipSync } from 'node:zlib'
import type { EnvelopeKind } from './envelopes.ts'
import { readEnvelopes } from './envelope-file.ts'

const samples = 500

/** The mean size of the first envelopes of a file as gzip, whether they are sent so or not. */
export function meanGzipBytes(kind: EnvelopeKind, file: string): number {
  const some = readEnvelopes(file).slice(0, samples)
  const sizes = some.map(({ body }) => (kind === 'node' ? body : gzipSync(body)).length)
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}
