import { AmountFields, type Amount } from './amount-fields.tsx'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

const limits: Amount[] = [
  {
    name: 'limits.keyPerMinute',
    label: 'Per key and minute',
    description: 'So that none silences the others.',
  },
  {
    name: 'limits.projectPerMinute',
    label: 'Per project and minute',
    description: 'All keys together.',
  },
  {
    name: 'limits.projectPerMonth',
    label: 'Per project and month',
    description: 'From the first of the month, UTC.',
  },
]

export function LimitsSection({ form }: { form: SettingsForm }) {
  return (
    <fieldset className={classes.section} id="limits">
      <legend>
        <h2>Limits</h2>
      </legend>
      <p className={classes.muted}>
        How many events and pieces of feedback may come; attachments and sessions are not counted. What is
        above is refused with 429, and SDKs wait as they are told. Empty: no limit.
      </p>
      <AmountFields form={form} amounts={limits} />
    </fieldset>
  )
}
