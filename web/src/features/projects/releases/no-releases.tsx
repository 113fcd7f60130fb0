import { EmptyState } from '../../../ui/empty-state.tsx'
import classes from './releases.module.css'

/** Which setting of an SDK sends what this page is made from. */
export function NoReleases() {
  return (
    <EmptyState title="No release has reported sessions yet">
      <p>
        Sentry’s SDKs count sessions by themselves once they know their release: give them{' '}
        <code>release</code> and <code>environment</code>.
      </p>
      <pre className={classes.example}>
        <code>{`init({
  dsn: '…',
  release: 'shop@1.4.2',
  environment: 'production',
})`}</code>
      </pre>
      <p>
        What sends them is on unless it was turned off: <code>browserSessionIntegration</code> in browsers,{' '}
        <code>trackIncomingRequestsAsSessions</code> of <code>httpIntegration</code> in Node (both{' '}
        <code>autoSessionTracking</code> before version 9), <code>auto_session_tracking</code> in Python and
        Ruby.
      </p>
    </EmptyState>
  )
}
