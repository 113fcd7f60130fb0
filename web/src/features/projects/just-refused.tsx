import { useRefusals } from '../../lib/project-queries.ts'
import { Time } from '../../ui/time.tsx'
import classes from './just-refused.module.css'

const askEveryMs = 5_000
const lastMs = 10 * 60_000

/** What the server did refuse a moment ago: whoever waits for an event finds the reason here. */
export function JustRefused({ slug }: { slug: string }) {
  const { data } = useRefusals(slug, askEveryMs)
  const recent = (data?.items ?? []).filter(({ at }) => Date.parse(at) > Date.now() - lastMs).slice(0, 3)
  if (recent.length === 0) return null
  return (
    <section className={classes.refused} aria-label="Refused in the last 10 minutes">
      <p>
        <strong>Something did arrive, and was refused:</strong>
      </p>
      <ul>
        {recent.map(({ id, at, detail, sdk }) => (
          <li key={id}>
            {detail} <span>{sdk ?? ''}</span> <Time iso={at} />
          </li>
        ))}
      </ul>
    </section>
  )
}
