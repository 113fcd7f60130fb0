import { Textarea } from '@mantine/core'
import type { ListName } from './draft.ts'
import { errorsOf } from './lines.ts'
import classes from './settings.module.css'
import type { SettingsForm } from './use-settings-form.ts'

interface LinesFieldProps {
  form: SettingsForm
  name: ListName
  label: string
  description: string
  placeholder: string
}

const mostRows = 12

/** A list that is edited as text, an entry a line. */
export function LinesField({ form, name, label, description, placeholder }: LinesFieldProps) {
  const text = form.draft.texts[name]
  return (
    <Textarea
      className={classes.lines}
      label={label}
      description={`${description} One a line.`}
      placeholder={placeholder}
      rows={Math.min(Math.max(text.split('\n').length, 3), mostRows)}
      value={text}
      error={errorsOf(name, text, form.fields)}
      onChange={(event) => form.write(name, event.currentTarget.value)}
      spellCheck={false}
      autoComplete="off"
    />
  )
}
