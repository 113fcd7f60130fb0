import classes from './issue-row.module.css'

interface RowCheckboxProps {
  name: string
  isChecked: boolean
  onToggle: (withRange: boolean) => void
}

/** A tick box with room around it for fingers; with shift it stands for a whole run of rows. */
export function RowCheckbox({ name, isChecked, onToggle }: RowCheckboxProps) {
  return (
    <label className={classes.check}>
      <input
        type="checkbox"
        aria-label={name}
        checked={isChecked}
        onClick={(event) => onToggle(event.shiftKey)}
        // The click knows about shift, the change does not.
        onChange={() => {}}
      />
    </label>
  )
}
