import { TextInput } from '@mantine/core'
import type { AmountName } from './draft.ts'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

export interface Amount {
  name: AmountName
  label: string
  description: string
  /** It cannot be left empty. */
  isNeeded?: boolean
}

/** Whole numbers, side by side where there is room. */
export function AmountFields({ form, amounts }: { form: SettingsForm; amounts: Amount[] }) {
  return (
    <div className={classes.columns}>
      {amounts.map(({ name, label, description, isNeeded = false }) => (
        <TextInput
          key={name}
          label={label}
          description={description}
          placeholder={isNeeded ? undefined : 'No limit'}
          required={isNeeded}
          withAsterisk={false}
          inputMode="numeric"
          autoComplete="off"
          value={form.draft.texts[name]}
          error={form.fields[name]}
          onChange={(event) => form.write(name, event.currentTarget.value)}
        />
      ))}
    </div>
  )
}
