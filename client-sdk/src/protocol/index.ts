/**
 * The wire: types, DSNs and envelopes. Internal: the server of the same release reads with it what the SDK
 * writes; it may change without notice.
 */
export { envelopeUrl, formatDsn, parseDsn, type Dsn } from './dsn.ts'
export {
  EnvelopeError,
  parseEnvelope,
  type Envelope,
  type EnvelopeItem,
  type EnvelopeLimits,
} from './envelope.ts'
export type * from './event.ts'
export { serialiseEnvelope } from './serialise-envelope.ts'
