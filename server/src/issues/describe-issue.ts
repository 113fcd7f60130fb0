import type { Activity, IssueDetail, IssueTag } from '../contract/index.ts'
import { formatIssueId } from '../domain/issue/issue-id.ts'
import { AppError } from '../domain/app-error.ts'
import { readActivities, type ActivityRow } from '../store/issue-activities.ts'
import { readHours } from '../store/issue-hours.ts'
import { readTags, type TagDistribution } from '../store/issue-tags.ts'
import { defineQuery, type Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'
import { readProjectReferences } from './project-references.ts'
import { summariseIssues } from './summarise-issues.ts'

const chartMs = 14 * 24 * 3_600_000

/** Of an issue that was merged from thousands this takes a while. */
export const describeNamedIssue = defineQuery(
  'issues.describe',
  (reader, { name, now }: { name: string; now: number }) => describeIssue(reader, name, now),
)

/** Everything about an issue but its events. */
export async function describeIssue(reader: Reader, name: string, now: number): Promise<IssueDetail> {
  const { row, key } = await findNamedIssue(reader, name)
  const projects = await readProjectReferences(reader, String(key.projectId))
  const [summary] = await summariseIssues(reader, [row], projects, now)
  if (summary === undefined) throw new AppError('not_found', `There is no issue ${formatIssueId(key)}.`)
  const [hours, tags, activities] = await Promise.all([
    readHours(reader, key, now - chartMs),
    readTags(reader, key),
    readActivities(reader, key),
  ])
  return {
    ...summary,
    firstRelease: row.first_release,
    lastRelease: row.last_release,
    resolvedAt: row.resolved_at === null ? null : isoTime(row.resolved_at),
    hours: hours.map(({ hour, event_count: count }) => ({ start: isoTime(hour), count })),
    tags: tags.map(tagOf),
    activity: activities.map(activityOf),
  }
}

function tagOf({ key, total, other, values }: TagDistribution): IssueTag {
  return {
    key,
    total,
    other,
    values: values.map(({ value, event_count: count, last_seen: lastSeen }) => ({
      value,
      count,
      lastSeen: isoTime(lastSeen),
    })),
  }
}

function activityOf({ number, kind, at, actor, detail, undoable }: ActivityRow): Activity {
  return { id: String(number), kind, at: isoTime(at), actor, detail, regrouping: undoable }
}

function isoTime(time: number): string {
  return new Date(time).toISOString()
}
