import { ArrivalChecks } from '../arrival-checks.tsx'
import classes from './events.module.css'

/** No news is not good news: what may keep events from arriving. */
export function NothingArrived({ when, dsn }: { when: string; dsn: string | undefined }) {
  return (
    <section className={classes.nothing}>
      <h2>Nothing arrived in {when}</h2>
      <p className={classes.muted}>
        Neither accepted nor refused under a key of this project. If something should have arrived, look at
        the last refusals below, then check these.
      </p>
      {dsn !== undefined && <ArrivalChecks dsn={dsn} />}
    </section>
  )
}
