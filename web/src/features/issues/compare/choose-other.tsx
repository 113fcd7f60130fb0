import { Link } from '@tanstack/react-router'
import type { IssueSummary } from '../../../lib/api.ts'
import { IssueLine } from '../merge/issue-line.tsx'
import { IssuePicker } from '../merge/issue-picker.tsx'
import classes from './compare.module.css'

/** With which issue of the same project to compare. */
export function ChooseOther({ issue }: { issue: IssueSummary }) {
  return (
    <IssuePicker
      project={issue.project.slug}
      exceptId={issue.id}
      rowOf={(other) => (
        <li key={other.id}>
          <Link
            to="/issues/$issueId/compare"
            params={{ issueId: issue.shortId }}
            search={{ with: other.shortId }}
            className={classes.option}
          >
            <IssueLine issue={other} />
          </Link>
        </li>
      )}
    />
  )
}
