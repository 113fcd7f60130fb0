import { AmountFields, type Amount } from './amount-fields.tsx'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

const amounts: Amount[] = [
  {
    name: 'storage.payloadsPerIssue',
    label: 'Whole events per issue',
    description: 'Those that always stay come on top.',
    isNeeded: true,
  },
  {
    name: 'storage.payloadMebibytes',
    label: 'Whole events per project, in MiB',
    description: 'As they are stored, compressed.',
  },
  {
    name: 'storage.payloadDays',
    label: 'Age of whole events, in days',
    description: 'Of older ones a summary is left.',
  },
  {
    name: 'storage.eventDays',
    label: 'Age of events, in days',
    description: 'Of older ones the summary goes, too.',
  },
]

export function StorageSection({ form }: { form: SettingsForm }) {
  return (
    <fieldset className={classes.section} id="storage">
      <legend>
        <h2>Storage</h2>
      </legend>
      <p className={classes.muted}>
        Counts, charts, tags and users are kept for ever and stay exact. What is let go is the inside of
        events above these limits: stack trace, breadcrumbs, request and the rest. Of each issue the first
        event, the latest, those that brought it back, and pinned ones stay whole; of the others a sample that
        differs as much as possible. This holds for what is stored, too. Empty: no limit.
      </p>
      <AmountFields form={form} amounts={amounts} />
    </fieldset>
  )
}
