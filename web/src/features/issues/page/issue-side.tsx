import type { IssueDetail } from '../../../lib/api.ts'
import { Time } from '../../../ui/time.tsx'
import { SuggestionCard } from '../merge/suggestion-card.tsx'
import { ActivityList } from './activity-list.tsx'
import classes from './issue-side.module.css'
import { TagBars } from './tag-bars.tsx'

/** What is known of the issue as a whole. */
export function IssueSide({ issue }: { issue: IssueDetail }) {
  return (
    <aside className={classes.side} aria-label="About this issue">
      <SuggestionCard issue={issue} />
      <section>
        <h2>Triage</h2>
        <dl className={classes.sideFacts}>
          <dt>Status</dt>
          <dd className={classes.status}>{issue.status}</dd>
          <dt>First seen</dt>
          <dd>
            <Time iso={issue.firstSeen} />
            {issue.firstRelease !== null && <> in {issue.firstRelease}</>}
          </dd>
          <dt>Last seen</dt>
          <dd>
            <Time iso={issue.lastSeen} />
            {issue.lastRelease !== null && <> in {issue.lastRelease}</>}
          </dd>
        </dl>
      </section>
      <TagBars tags={issue.tags} />
      <ActivityList issue={issue} />
    </aside>
  )
}
