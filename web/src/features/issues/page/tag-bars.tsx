import type { IssueTag } from '../../../lib/api.ts'
import { formatExact } from '../../../lib/formats.ts'
import classes from './issue-side.module.css'

/** For each tag its most frequent value, as a share of all events. */
export function TagBars({ tags }: { tags: IssueTag[] }) {
  if (tags.length === 0) return null
  return (
    <section>
      <h2>Tags</h2>
      {tags.map((tag) => (
        <TagBar key={tag.key} tag={tag} />
      ))}
    </section>
  )
}

function TagBar({ tag: { key, total, other, values } }: { tag: IssueTag }) {
  const [top] = values
  if (top === undefined) return null
  const share = Math.round((top.count / Math.max(total, 1)) * 100)
  return (
    <details className={classes.tag}>
      <summary>
        <span className={classes.tagHead}>
          <span>{key}</span>
          <strong>
            {share} % {top.value}
          </strong>
        </span>
        <progress
          value={top.count}
          max={total}
          aria-label={`${share} % of events have ${key} ${top.value}`}
        />
      </summary>
      <dl className={classes.sideFacts}>
        {values.map(({ value, count }) => (
          <TagValue key={value} name={value} count={count} />
        ))}
        {other > 0 && <TagValue name="Other" count={other} />}
      </dl>
    </details>
  )
}

function TagValue({ name, count }: { name: string; count: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{formatExact(count)}</dd>
    </>
  )
}
