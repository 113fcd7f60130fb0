import type { OutcomeKind } from './events-state.ts'
import classes from './outcome-name.module.css'
import { outcomeWords } from './outcome-words.ts'

/** An outcome in words, with the colour that it has in the chart. */
export function OutcomeName({ outcome }: { outcome: OutcomeKind }) {
  return (
    <span className={classes.name}>
      <span className={classes.swatch} data-outcome={outcome} aria-hidden />
      {outcomeWords[outcome].name}
    </span>
  )
}
