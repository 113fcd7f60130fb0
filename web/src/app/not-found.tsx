import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/empty-state.tsx'

export function NotFound() {
  return (
    <EmptyState title="This page does not exist" isWholePage>
      <Link to="/issues">Go to the issues</Link>
    </EmptyState>
  )
}
