import { useRouter } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useSession } from '../lib/queries.ts'
import { Failure } from '../ui/failure.tsx'

/** Lets those in who are signed in, and shows the others where to go. */
export function Gate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useSession()
  const router = useRouter()
  const state = session?.state
  useEffect(() => {
    if (state === 'setup') void router.navigate({ to: '/setup', replace: true })
    if (state !== 'signed-out') return
    const next = router.state.location.href
    void router.navigate({ to: '/sign-in', search: { next }, replace: true })
  }, [state, router])
  if (state === 'signed-in') return children
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  return null
}
