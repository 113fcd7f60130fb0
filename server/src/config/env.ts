import type * as z from 'zod'
import { diskVariables } from './disk-variables.ts'
import { eventVariables } from './event-variables.ts'
import { variable, type Variable } from './variable.ts'
import * as kind from './variable-kinds.ts'

/** Every variable that Mishap reads, in the order in which the documentation lists them. */
export const variables = {
  port: variable('PORT', kind.port, '8080', 'The port to listen on; 0 takes a free one.'),
  dataDir: variable('DATA_DIR', kind.directory, './data', 'Where the SQLite file and its companions are.'),
  publicUrl: variable(
    'PUBLIC_URL',
    kind.origin,
    undefined,
    'The address that people and SDKs use. Links and DSNs are made from it; without it, from the address of each request.',
  ),
  databaseUrl: variable(
    'DATABASE_URL',
    kind.postgresUrl,
    undefined,
    'A PostgreSQL database to use instead of the SQLite file.',
  ),
  asyncCommit: variable(
    'ASYNC_COMMIT',
    kind.refuseOrAllow,
    'refuse',
    'Whether a PostgreSQL database may be used that has `synchronous_commit` off, and so loses events at a crash that it was told were kept.',
  ),
  adminEmail: variable(
    'ADMIN_EMAIL',
    kind.email,
    undefined,
    'With `MISHAP_ADMIN_PASSWORD`: the first account, made at start if there is none.',
  ),
  adminPassword: variable('ADMIN_PASSWORD', kind.password, undefined, 'The password of the first account.'),
  logLevel: variable(
    'LOG_LEVEL',
    kind.logLevel,
    'warn',
    'The least that is logged; `info` logs each request.',
  ),
  trustedProxies: variable(
    'TRUSTED_PROXIES',
    kind.count,
    '0',
    'How many proxies stand in front and may be believed about the address and the scheme of a client.',
  ),
  wireBytes: variable('LIMIT_WIRE_BYTES', kind.bytes, '20971520', 'The largest body as it is sent.'),
  envelopeBytes: variable('LIMIT_ENVELOPE_BYTES', kind.bytes, '104857600', 'The largest envelope, unpacked.'),
  eventBytes: variable('LIMIT_EVENT_BYTES', kind.bytes, '1048576', 'The largest event.'),
  attachmentBytes: variable('LIMIT_ATTACHMENT_BYTES', kind.bytes, '20971520', 'The largest attachment.'),
  attachments: variable('LIMIT_ATTACHMENTS', kind.count, '30', 'The most attachments in one envelope.'),
  attachmentsBytes: variable(
    'LIMIT_ATTACHMENTS_BYTES',
    kind.bytes,
    '104857600',
    'The most bytes of the attachments in one envelope together.',
  ),
  reportBytes: variable(
    'LIMIT_REPORT_BYTES',
    kind.bytes,
    '65536',
    'The largest report of a browser about the policies of a page.',
  ),
  inflateRatio: variable(
    'LIMIT_INFLATE_RATIO',
    kind.positive,
    '200',
    'How many times larger a body may become when it is unpacked.',
  ),
  inflateFreeBytes: variable(
    'LIMIT_INFLATE_FREE_BYTES',
    kind.bytes,
    '1048576',
    'Up to here an unpacked body may be of any ratio.',
  ),
  items: variable('LIMIT_ITEMS', kind.count, '1000', 'The most items in one envelope.'),
  events: variable(
    'LIMIT_EVENTS',
    kind.positive,
    '10',
    'The most events and reports of browsers in one envelope; one with more is refused whole.',
  ),
  sessions: variable(
    'LIMIT_SESSIONS',
    kind.positive,
    '1000',
    'The most sessions, or counts of them, in one envelope; one with more is refused whole.',
  ),
  feedback: variable(
    'LIMIT_FEEDBACK',
    kind.positive,
    '20',
    'The most feedback in one envelope; one with more is refused whole.',
  ),
  headerLineBytes: variable(
    'LIMIT_HEADER_LINE_BYTES',
    kind.bytes,
    '8192',
    'The longest header line in an envelope.',
  ),
  headersTimeoutMs: variable(
    'LIMIT_HEADERS_TIMEOUT_MS',
    kind.milliseconds,
    '10000',
    'The time to send the headers of a request.',
  ),
  bodyTimeoutMs: variable(
    'LIMIT_BODY_TIMEOUT_MS',
    kind.milliseconds,
    '30000',
    'The time to send the body of a request.',
  ),
  bodyBytesPerSecond: variable(
    'LIMIT_BODY_BYTES_PER_SECOND',
    kind.count,
    '1024',
    'The least of a body that must have come for each second, from its tenth on; 0 for no such limit.',
  ),
  keepAliveTimeoutMs: variable(
    'LIMIT_KEEP_ALIVE_TIMEOUT_MS',
    kind.milliseconds,
    '5000',
    'How long an idle connection stays open.',
  ),
  sockets: variable('LIMIT_SOCKETS', kind.count, '1000', 'The most connections at once.'),
  socketsPerAddress: variable(
    'LIMIT_SOCKETS_PER_ADDRESS',
    kind.count,
    '100',
    'The most connections at once of one address; 0 for no limit, as behind a proxy, whose address all have.',
  ),
  queueBytes: variable(
    'LIMIT_QUEUE_BYTES',
    kind.bytes,
    '33554432',
    'The most bytes that wait to be digested.',
  ),
  ...eventVariables,
  ...diskVariables,
}

type Variables = typeof variables
type ValueOf<V> =
  V extends Variable<infer Schema, infer Fallback>
    ? z.output<Schema> | (Fallback extends string ? never : undefined)
    : never

export type Values = { [Key in keyof Variables]: ValueOf<Variables[Key]> }
