import { Equal, EqualNot, MoveLeft, MoveRight } from 'lucide-react'
import type { IssueComparison } from '../../../lib/api.ts'
import { PartValue } from '../why/part-value.tsx'
import { textsOf } from '../why/texts-of.ts'
import classes from './compare.module.css'
import type { Part } from '../why/part.ts'

type Row = IssueComparison['rows'][number]

const icons = { same: Equal, different: EqualNot, only_left: MoveLeft, only_right: MoveRight }

/** Part by part: whether it is the same, and what it is on either side. */
export function CompareRows({ comparison }: { comparison: IssueComparison }) {
  const { issue, other, rows } = comparison
  return (
    <ol className={classes.rows}>
      {rows.map((row, index) => (
        // A name may come twice; the order is that of the parts.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} data-verdict={row.verdict}>
          <div className={classes.head}>
            <h3>{row.name === 'tier' ? 'grouped by' : row.name}</h3>
            <Verdict verdict={row.verdict} left={issue.shortId} right={other.shortId} />
            <p>{row.sentence}</p>
          </div>
          {(row.left !== undefined || row.right !== undefined) && (
            <dl className={classes.cells}>
              <Cell name={issue.shortId} part={row.left} texts={textsOf(issue)} />
              <Cell name={other.shortId} part={row.right} texts={textsOf(other)} />
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}

function Verdict({ verdict, left, right }: { verdict: Row['verdict']; left: string; right: string }) {
  const Icon = icons[verdict]
  const words = {
    same: 'Same',
    different: 'Different',
    only_left: `Only ${left}`,
    only_right: `Only ${right}`,
  }
  return (
    <span className={classes.verdict}>
      <Icon size={14} aria-hidden /> {words[verdict]}
    </span>
  )
}

function Cell({ name, part, texts }: { name: string; part: Part | undefined; texts: string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {part === undefined ? (
          <i>Does not count here</i>
        ) : (
          <>
            <PartValue part={part} texts={texts} />
            <p>{part.reason}</p>
          </>
        )}
      </dd>
    </div>
  )
}
