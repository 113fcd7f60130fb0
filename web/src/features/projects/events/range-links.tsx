import { Link } from '@tanstack/react-router'
import { ranges, type EventsState, type Range } from './events-state.ts'
import classes from './events.module.css'

export function RangeLinks({ slug, state }: { slug: string; state: EventsState }) {
  return (
    <nav className={classes.ranges} aria-label="Range">
      {Object.entries(ranges).map(([range, { name, words }]) => (
        <Link
          key={range}
          to="/projects/$slug/events"
          params={{ slug }}
          search={{ ...state, range: range as Range }}
          aria-current={range === (state.range ?? '24h') ? 'true' : undefined}
          aria-label={`${name}, ${words}`}
          resetScroll={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
