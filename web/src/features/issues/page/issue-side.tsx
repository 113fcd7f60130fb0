import type { Activity, IssueDetail } from '../../../lib/api.ts'
import { Time } from '../../../ui/time.tsx'
import classes from './issue-side.module.css'
import { TagBars } from './tag-bars.tsx'
import { WhyGrouped } from './why-grouped.tsx'

const activityNames: Record<Activity['kind'], string> = {
  first_seen: 'First seen',
  resolved: 'Resolved',
  archived: 'Archived',
  reopened: 'Reopened',
  regressed: 'Happened again',
}

/** What is known of the issue as a whole. */
export function IssueSide({ issue }: { issue: IssueDetail }) {
  return (
    <aside className={classes.side} aria-label="About this issue">
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
      <WhyGrouped issueId={issue.id} />
      <section>
        <h2>Activity</h2>
        <ol className={classes.activity}>
          {issue.activity.map(({ id, kind, at, actor, detail }) => (
            <li key={id}>
              <strong>{activityNames[kind]}</strong>
              {actor !== null && <> by {actor}</>} · <Time iso={at} />
              {detail !== null && <p className={classes.muted}>{detail}</p>}
            </li>
          ))}
        </ol>
      </section>
    </aside>
  )
}
