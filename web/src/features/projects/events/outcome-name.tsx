import { outcomeNames, type OutcomeKind } from './events-state.ts'
import classes from './outcome.module.css'

/** An outcome in words, with the colour that it has in the chart. */
export function OutcomeName({ outcome }: { outcome: OutcomeKind }) {
  return (
    <span className={classes.name}>
      <span className={classes.swatch} data-outcome={outcome} aria-hidden />
      {outcomeNames[outcome]}
    </span>
  )
}
