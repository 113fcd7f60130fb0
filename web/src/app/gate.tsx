import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '../lib/queries.ts'
import { Failure } from '../ui/failure.tsx'

/** Lets those in who are signed in, and shows the others where to go. */
export function Gate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useSession()
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (session === undefined) return null
  if (session.state === 'signed-in') return children
  return <Navigate to={session.state === 'setup' ? '/setup' : '/sign-in'} replace />
}
