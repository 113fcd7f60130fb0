import { Link } from '@tanstack/react-router'
import type { Outcomes } from '../../../lib/api.ts'
import { formatCount, formatExact } from '../../../lib/formats.ts'
import { outcomeKinds, type EventsState, type OutcomeKind } from './events-state.ts'
import { OutcomeName } from './outcome-name.tsx'
import classes from './outcome-totals.module.css'
import { outcomeWords } from './outcome-words.ts'
import { sum } from './sum-up.ts'

interface OutcomeTotalsProps {
  slug: string
  state: EventsState
  /** Not the rows: those are only the largest. */
  hours: Outcomes['hours']
}

/** How much met with which outcome, what that means and what to do. Chosen, the page shows that one alone. */
export function OutcomeTotals({ slug, state, hours }: OutcomeTotalsProps) {
  const reached = hours.filter(({ outcome }) => outcome !== 'lost_in_client')
  return (
    <section>
      <h2 className={classes.heading}>
        What became of them
        {state.outcome !== undefined && (
          <Link
            to="/projects/$slug/events"
            params={{ slug }}
            search={{ ...state, outcome: undefined }}
            resetScroll={false}
          >
            Show all outcomes
          </Link>
        )}
      </h2>
      <ul className={classes.totals}>
        {outcomeKinds.map((kind) => (
          <Total
            key={kind}
            slug={slug}
            state={state}
            kind={kind}
            quantity={sum(hours.filter(({ outcome }) => outcome === kind))}
            all={kind === 'lost_in_client' ? undefined : sum(reached)}
          />
        ))}
      </ul>
    </section>
  )
}

interface TotalProps {
  slug: string
  state: EventsState
  kind: OutcomeKind
  quantity: number
  /** Of what reached the server; what did not is no share of it. */
  all: number | undefined
}

function Total({ slug, state, kind, quantity, all }: TotalProps) {
  const { meaning, advice } = outcomeWords[kind]
  const isChosen = state.outcome === kind
  return (
    <li data-chosen={isChosen} data-empty={quantity === 0}>
      <Link
        to="/projects/$slug/events"
        params={{ slug }}
        search={{ ...state, outcome: isChosen ? undefined : kind }}
        aria-current={isChosen ? 'true' : undefined}
        resetScroll={false}
        title={`${formatExact(quantity)}: show only these`}
      >
        <OutcomeName outcome={kind} />
        <strong>{formatCount(quantity)}</strong>
        <span>{all === undefined ? '' : shareOf(quantity, all)}</span>
      </Link>
      <p>{meaning}</p>
      {quantity > 0 && advice !== '' && <p className={classes.advice}>{advice}</p>}
    </li>
  )
}

/** Something is never shown as nothing. */
function shareOf(quantity: number, all: number): string {
  if (quantity === 0) return '0 %'
  const share = (quantity / Math.max(all, 1)) * 100
  return share < 1 ? 'under 1 %' : `${Math.floor(share)} %`
}
