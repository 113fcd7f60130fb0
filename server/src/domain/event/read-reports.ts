import { directiveOf } from './describe-report.ts'
import type { Json, SecurityKind } from './event.ts'
import { asList, asNumber, asObject, asText, present, type JsonObject } from './read-json.ts'

/** A report as browsers send it: the older ones alone, those of the Reporting API many at once. */
export interface SecurityReport {
  kind: SecurityKind
  /** Its names with underscores, whichever way it came. */
  values: JsonObject
  /** How long the browser kept it back. */
  ageMs?: number
  userAgent?: string
}

/** Each report of a body: `other` is about something else than a policy, and `malformed` about nothing. */
export function readReports(body: Json): (SecurityReport | 'other' | 'malformed')[] {
  return (asList(body) ?? [body]).map((item) => {
    const object = asObject(item)
    return object === undefined ? 'malformed' : readReport(object)
  })
}

const wrappers: [name: string, kind: SecurityKind][] = [
  ['csp-report', 'csp'],
  ['csp', 'csp'],
  ['expect-ct-report', 'expectct'],
  ['expectct', 'expectct'],
  ['expect-staple-report', 'expectstaple'],
  ['expectstaple', 'expectstaple'],
  ['hpkp', 'hpkp'],
]

function readReport(body: JsonObject): SecurityReport | 'other' | 'malformed' {
  const content = asObject(body['body'])
  if (body['type'] === 'csp-violation' && content !== undefined) {
    const extra = present({ ageMs: asNumber(body['age']), userAgent: asText(body['user_agent']) })
    return withDirective({ kind: 'csp', values: withPlainNames(content), ...extra })
  }
  for (const [name, kind] of wrappers) {
    const values = asObject(body[name])
    if (values !== undefined) return withDirective({ kind, values: withPlainNames(values) })
  }
  // Reports about pinned keys came without a wrapper.
  if ('known-pins' in body) return { kind: 'hpkp', values: withPlainNames(body) }
  return content !== undefined && typeof body['type'] === 'string' ? 'other' : 'malformed'
}

function withDirective(report: SecurityReport): SecurityReport | 'malformed' {
  return report.kind === 'csp' && directiveOf(report.values) === undefined ? 'malformed' : report
}

/** The Reporting API renamed some. */
const renamed = new Map([
  ['documentURL', 'document_uri'],
  ['blockedURL', 'blocked_uri'],
  ['sample', 'script_sample'],
])

function withPlainNames(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [plainName(name), value]))
}

function plainName(name: string): string {
  const plain = renamed.get(name)
  return plain ?? name.replaceAll('-', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
