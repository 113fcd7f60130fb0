import { Link } from '@tanstack/react-router'
import { useSession } from '../../lib/queries.ts'
import { Failure } from '../../ui/failure.tsx'
import { Card } from './card.tsx'
import { FirstAccount } from './first-account.tsx'
import { useFirstAccount } from './use-first-account.ts'

/** Where the link on the server's console leads: creates the first account, once. */
export function SetupPage({ token }: { token: string | undefined }) {
  const { data: session, error, refetch } = useSession()
  const form = useFirstAccount(token ?? '')
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (session === undefined) return null
  // While the form is being sent its own account appears: that is no surprise to anybody.
  if (session.state !== 'setup' && !form.isSending) {
    return <AlreadyThere isSignedIn={session.state === 'signed-in'} />
  }
  if (token === undefined) return <LinkNeeded title="Open the link from the console" />
  // Only the server knows its links, and it tells when the form is sent.
  if (form.code === 'forbidden') return <LinkNeeded title="This link is not valid" />
  return <FirstAccount form={form} />
}

function AlreadyThere({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <Card title="There is an account already">
      <p>The link creates the first account of an installation, and has done so.</p>
      {isSignedIn ? <Link to="/issues">Go to the issues</Link> : <Link to="/sign-in">Sign in</Link>}
    </Card>
  )
}

function LinkNeeded({ title }: { title: string }) {
  return (
    <Card title={title}>
      <p>
        Whenever Mishap starts without an account, it prints a link on its console that creates the first one.
        Open that link here, as a whole. If it is out of sight, start Mishap again.
      </p>
    </Card>
  )
}
