import { TextInput } from '@mantine/core'
import type { LimitName } from './draft.ts'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

const limits: { name: LimitName; label: string; description: string }[] = [
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
      <div className={classes.columns}>
        {limits.map(({ name, label, description }) => (
          <TextInput
            key={name}
            label={label}
            description={description}
            placeholder="No limit"
            inputMode="numeric"
            autoComplete="off"
            value={form.draft.texts[name]}
            error={form.fields[name]}
            onChange={(event) => form.write(name, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
