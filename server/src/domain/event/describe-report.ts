import { securityKinds, type Event, type SecurityKind } from './event.ts'
import { asText, type JsonObject } from './read-json.ts'

export interface ReportDescription {
  /** The directive of a content security policy, else the name of the policy. */
  rule: string
  /** What broke it: a host, or a word such as `inline`. */
  place: string
  message: string
}

export function reportOf(event: Event): { kind: SecurityKind; values: JsonObject } | undefined {
  const kind = securityKinds.find((name) => name === event.type)
  const values = kind && event[kind]
  return values && { kind, values }
}

const longestWord = 200

/** Says what a browser reported, without what differs from one page to the next. */
export function describeReport(kind: SecurityKind, values: JsonObject): ReportDescription {
  if (kind === 'csp') return describeCsp(values)
  const place = asText(values['hostname'], longestWord)?.toLowerCase() ?? 'an unknown host'
  return { rule: names[kind], place, message: `${failures[kind]} failed for ${place}` }
}

const names = { expectct: 'Expect-CT', expectstaple: 'Expect-Staple', hpkp: 'Public-Key-Pins' } as const
const failures = {
  expectct: 'Certificate transparency',
  expectstaple: 'OCSP stapling',
  hpkp: 'Public key pinning',
} as const

const sayings = new Map([
  ['inline', 'inline code'],
  ['self', 'its own host'],
])

function describeCsp(values: JsonObject): ReportDescription {
  const rule = directiveOf(values) ?? 'the policy'
  const place = blockedPlace(asText(values['blocked_uri'])?.trim() ?? '', values)
  return { rule, place, message: `${rule} does not allow ${sayings.get(place) ?? place}` }
}

/** Old browsers name the directive only together with all that it allows. */
export function directiveOf(values: JsonObject): string | undefined {
  const said = asText(values['effective_directive']) ?? asText(values['violated_directive'])
  const [directive] = said?.trim().toLowerCase().split(/\s/) ?? []
  return directive?.slice(0, longestWord).toWellFormed() || undefined
}

const webSchemes = new Set(['http:', 'https:', 'ws:', 'wss:'])

function blockedPlace(blocked: string, values: JsonObject): string {
  // Old browsers leave out what has no address.
  if (blocked === '') return 'inline'
  const url = parseUrl(blocked)
  if (url === undefined) return blocked.slice(0, longestWord).toWellFormed().toLowerCase()
  // Behind other schemes are ids of extensions and data.
  if (!webSchemes.has(url.protocol)) return url.protocol.slice(0, -1)
  const page = parseUrl(asText(values['document_uri']) ?? '')
  return url.host === page?.host ? 'self' : url.host.slice(0, longestWord)
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
