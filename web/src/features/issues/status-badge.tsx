import type { IssueSummary } from '../../lib/api.ts'
import { Badge } from '../../ui/badge.tsx'

/** What to know about an issue's status; an ordinary unresolved one has no badge. */
export function StatusBadge({ issue }: { issue: Pick<IssueSummary, 'status' | 'statusReason'> }) {
  switch (issue.statusReason) {
    case 'new':
      return <Badge tone="info">New</Badge>
    case 'regressed':
      return <Badge tone="fatal">Regressed</Badge>
    case 'resolved':
      return <Badge tone="ok">Resolved</Badge>
    case 'archived':
      return <Badge tone="muted">Archived</Badge>
    case 'ongoing':
      return null
    default:
      return issue.statusReason satisfies never
  }
}
