import { AmountFields, type Amount } from './amount-fields.tsx'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

const amounts: Amount[] = [
  {
    name: 'storage.payloadsPerIssue',
    label: 'Whole events per issue',
    description: 'The first, the latest, regressions and pinned ones come on top.',
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
    description: 'Of older ones, unless pinned, a summary is left.',
  },
  {
    name: 'storage.eventDays',
    label: 'Age of events, in days',
    description: 'Older ones, unless pinned, are removed.',
  },
]

export function StorageSection({ form }: { form: SettingsForm }) {
  return (
    <fieldset className={classes.section} id="storage">
      <legend>
        <h2>Storage</h2>
      </legend>
      <p className={classes.muted}>
        Counts, charts, tags and users are kept for ever. Above these limits the inside of events is let go,
        also of those stored by now. However many come, of each issue the first event, the latest and those
        that brought it back stay whole, and a varied sample of the others; pinned ones stay at any age.
        Empty: no limit.
      </p>
      <AmountFields form={form} amounts={amounts} />
    </fieldset>
  )
}
