import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeReport } from './describe-report.ts'
import { securityKinds, type Json } from './event.ts'
import { normaliseReport } from './normalise-report.ts'
import { readReports } from './read-reports.ts'

const directive = { 'effective-directive': 'img-src' }

it.each<[string, Json, string[]]>([
  ['alone', { 'csp-report': directive }, ['csp']],
  ['in a list', [{ 'csp-report': directive }, { 'expect-ct-report': {} }], ['csp', 'expectct']],
  ['as a part of an event', { csp: { effective_directive: 'img-src' } }, ['csp']],
  ['of the Reporting API', { type: 'csp-violation', body: { effectiveDirective: 'img-src' } }, ['csp']],
  ['of pinned keys, without a wrapper', { 'known-pins': [] }, ['hpkp']],
  ['about something else', { type: 'deprecation', body: {} }, ['other']],
  ['without a directive', { 'csp-report': { 'effective-directive': ' ' } }, ['malformed']],
  ['of nothing', [{}, 7, null], ['malformed', 'malformed', 'malformed']],
])('reads a report %s', (_, body, kinds) => {
  expect(readReports(body).map((entry) => (typeof entry === 'string' ? entry : entry.kind))).toEqual(kinds)
})

it('names the parts of a report alike, whichever way it came', () => {
  const old = {
    'document-uri': 'a',
    'blocked-uri': 'b',
    'script-sample': 'c',
    'line-number': 1,
    ...directive,
  }
  const reporting = {
    documentURL: 'a',
    blockedURL: 'b',
    sample: 'c',
    lineNumber: 1,
    effectiveDirective: 'img-src',
  }
  const [first, second] = readReports([{ 'csp-report': old }, { type: 'csp-violation', body: reporting }])
  expect(first).toMatchObject({
    values: { document_uri: 'a', blocked_uri: 'b', script_sample: 'c', line_number: 1 },
  })
  expect(second).toEqual(first)
})

it('describes any report in few words, and makes an event of it', () => {
  const names = [
    'effective_directive',
    'violated_directive',
    'blocked_uri',
    'document_uri',
    'hostname',
    'date_time',
  ]
  const values = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(
      fc.webUrl(),
      fc.string({ maxLength: 300 }),
      fc.jsonValue().map((value) => value as Json),
    ),
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(fc.constantFrom(...securityKinds), values, (kind, report) => {
      const { rule, place, message } = describeReport(kind, report)
      expect([rule, place, message].filter((text) => text === '' || text.length > 500)).toEqual([])
      const arrival = { eventId: 'a'.repeat(32), receivedAtMs: Date.UTC(2026, 0) }
      expect(normaliseReport({ kind, values: report }, {}, arrival)).toMatchObject({
        type: kind,
        [kind]: report,
      })
    }),
  )
})
