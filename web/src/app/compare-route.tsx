import { useParams, useSearch } from '@tanstack/react-router'
import { ComparePage } from '../features/issues/compare/compare-page.tsx'

export function CompareRoute() {
  const { issueId = '' } = useParams({ strict: false })
  const { with: other } = useSearch({ strict: false })
  return <ComparePage key={issueId} issueId={issueId} other={other} />
}
