export { formatDsn, envelopeUrl, parseDsn, type Dsn } from './dsn.ts'
export { EnvelopeError, parseEnvelope, type Envelope, type EnvelopeItem, type EnvelopeLimits } from './envelope.ts'
