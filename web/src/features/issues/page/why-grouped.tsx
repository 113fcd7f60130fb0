import { useFingerprints } from '../../../lib/queries.ts'
import classes from './issue-side.module.css'

/** The parts of each fingerprint with the reason why they are in it. */
export function WhyGrouped({ issueId }: { issueId: string }) {
  const { data } = useFingerprints(issueId)
  if (data === undefined || data.items.length === 0) return null
  return (
    <section>
      <h2>Why grouped</h2>
      {data.items.map((fingerprint) => (
        <details key={fingerprint.hash} className={classes.tag} open={data.items.length === 1}>
          <summary>
            By {fingerprint.tier}, version {fingerprint.version}
          </summary>
          <dl className={classes.parts}>
            {fingerprint.parts.map((part) => (
              <div key={part.name}>
                <dt>{part.name}</dt>
                <dd>
                  <code>{part.value}</code>
                  <p className={classes.muted}>{part.reason}</p>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
