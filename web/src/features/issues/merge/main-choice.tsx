import type { IssueSummary } from '../../../lib/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IssueLine } from './issue-line.tsx'
import classes from './merge.module.css'

interface MainChoiceProps {
  issues: IssueSummary[]
  mainId: string
  onChoose: (id: string) => void
}

/** Which of the issues the others go into: it keeps its id, its status and its title. */
export function MainChoice({ issues, mainId, onChoose }: MainChoiceProps) {
  const most = Math.max(...issues.map(({ count }) => count))
  const withMost = issues.filter(({ count }) => count === most)
  const oldest = issues.toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen))[0]
  return (
    <fieldset className={classes.choice}>
      <legend>Main issue: it keeps its id, title and status</legend>
      {issues.map((issue) => (
        <label key={issue.id} className={classes.option}>
          <input
            type="radio"
            name="main-issue"
            checked={issue.id === mainId}
            onChange={() => onChoose(issue.id)}
          />
          <IssueLine issue={issue} />
          {withMost.length === 1 && withMost[0] === issue && <Badge tone="info">Most events</Badge>}
          {oldest === issue && <Badge tone="muted">Oldest</Badge>}
        </label>
      ))}
    </fieldset>
  )
}
