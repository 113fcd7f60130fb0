import { TriangleAlert } from 'lucide-react'
import { useHealth } from '../lib/queries.ts'
import classes from './health-banner.module.css'

/** Says on every page that the server cannot do its work, why, and what helps. */
export function HealthBanner() {
  const { data: health } = useHealth()
  return (
    // There before anything is to be said, so that it is heard.
    <div aria-live="polite">
      {health !== undefined && health.status !== 'ok' && (
        <div className={classes.banner} data-status={health.status}>
          <TriangleAlert size={16} aria-hidden />
          <p>{health.reasons.join(' ')}</p>
        </div>
      )}
    </div>
  )
}
