import { useId } from 'react'
import classes from './switch-field.module.css'

interface SwitchFieldProps {
  label: string
  description: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** Something that is on or off, with a sentence that says what "on" does. */
export function SwitchField({ label, description, isOn, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className={classes.field}>
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span className={classes.label}>{label}</span>
        <span className={classes.state} aria-hidden>
          {isOn ? 'On' : 'Off'}
        </span>
      </label>
      <p id={id}>{description}</p>
    </div>
  )
}
