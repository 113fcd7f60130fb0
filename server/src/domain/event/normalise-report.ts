import { cleanText } from './clean-text.ts'
import { describeReport } from './describe-report.ts'
import type { Event, Json } from './event.ts'
import { normaliseEvent, type Arrival } from './normalise-event.ts'
import { asText, type JsonObject } from './read-json.ts'
import type { SecurityReport } from './read-reports.ts'

/** What the request of a report said besides: a browser knows neither release nor environment. */
export interface ReportHints {
  release?: string
  environment?: string
  userAgent?: string
}

/** A browser's report as an event like any other. */
export function normaliseReport(report: SecurityReport, hints: ReportHints, arrival: Arrival): Event {
  const { kind, values } = report
  const { rule, message } = describeReport(kind, values)
  const event = normaliseEvent(
    {
      timestamp: timeOf(report, arrival.receivedAtMs),
      // Under a policy that only reports, nothing was blocked.
      level: values['disposition'] === 'report' ? 'warning' : 'error',
      platform: 'javascript',
      logger: kind,
      culprit: rule,
      logentry: message,
      release: hinted(hints.release),
      environment: hinted(hints.environment),
      tags: tagsOf(report),
      request: requestOf(report, hints),
    },
    arrival,
  )
  return { ...event, type: kind, [kind]: values }
}

function timeOf({ values, ageMs }: SecurityReport, receivedAtMs: number): Json {
  if (ageMs !== undefined && ageMs >= 0) return receivedAtMs - ageMs
  return values['date_time'] ?? null
}

function tagsOf({ kind, values }: SecurityReport): JsonObject {
  const { rule, place } = describeReport(kind, values)
  return kind === 'csp' ? { 'effective-directive': rule, 'blocked-uri': place } : { hostname: place }
}

function requestOf({ values, userAgent }: SecurityReport, hints: ReportHints): JsonObject {
  const hostname = asText(values['hostname'])
  const host = hostname === undefined ? undefined : `https://${hostname}`
  return {
    url: values['document_uri'] ?? host ?? null,
    headers: {
      'User-Agent': userAgent ?? hinted(hints.userAgent),
      Referer: values['referrer'] ?? null,
    },
  }
}

function hinted(text: string | undefined): string | null {
  return text === undefined ? null : cleanText(text)
}
