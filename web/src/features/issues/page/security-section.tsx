import type { Event } from '../../../lib/api.ts'
import classes from './event-view.module.css'
import { entriesOf, KeyValueTable } from './key-values.tsx'
import { metaAt } from './notes/read-notes.ts'
import { Section } from './section.tsx'
import { securityReportOf } from './security-report.ts'

export function SecuritySection({ event }: { event: Event }) {
  const report = securityReportOf(event)
  if (report === undefined) return null
  return (
    <Section title="Security report" note={report.name}>
      {report.sentence !== '' && <p className={classes.sentence}>{report.sentence}</p>}
      <KeyValueTable entries={entriesOf(report.values, metaAt(event._meta, report.part))} />
    </Section>
  )
}
