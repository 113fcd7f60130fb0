import { describeReport, reportOf } from '../event/describe-report.ts'
import type { Event } from '../event/event.ts'
import type { Key } from './grouping.ts'
import { messageHeading, type Heading } from './heading.ts'
import { messageText } from './message-text.ts'

/** What browsers report: which rule was broken by what, on whichever page and in whichever browser. */
export function readReport(event: Event): { key: Key; heading: Heading } | undefined {
  const report = reportOf(event)
  if (!report) return undefined
  const { rule, place, message } = describeReport(report.kind, report.values)
  const key: Key = {
    tier: 'report',
    parts: [
      { name: 'rule', value: rule, reason: 'The rule that was broken, not the pages on which it was.' },
      { name: 'place', value: place, reason: 'What broke it: a host, without the rest of its address.' },
    ],
  }
  return { key, heading: { ...messageHeading(event, messageText(event) || message), culprit: rule } }
}
