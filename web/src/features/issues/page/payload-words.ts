import type { EventSummary } from '../../../lib/api.ts'

/** After "Kept:" why an event is kept whole; or a sentence why only its summary is left. */
export const payloadWords: Record<EventSummary['payloadReason'], string> = {
  latest: 'latest event of this issue',
  first: 'first event of this issue',
  regression: 'it brought this issue back',
  sample: 'sample of this issue',
  pinned: 'pinned',
  over_issue_budget: 'This issue had more whole events than its project keeps of one issue.',
  over_project_budget: 'The whole events of the project took more room than it allows.',
  too_old: 'It is older than the project keeps whole events.',
}
