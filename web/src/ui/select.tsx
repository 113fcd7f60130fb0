import classes from './select.module.css'

interface SelectProps {
  label: string
  value: string
  options: { value: string; name: string }[]
  onChange: (value: string) => void
}

/** The browser's own list, dressed like the rest: its name stands inside it. */
export function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className={classes.select}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
