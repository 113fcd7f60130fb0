import type { IssueSummary } from '../../../lib/api.ts'

/** Why issues cannot be merged; undefined if they can. */
export function reasonNotToMerge(issues: IssueSummary[]): string | undefined {
  if (issues.length < 2) return 'Select two issues or more to merge them.'
  const projects = new Set(issues.map(({ project }) => project.id))
  return projects.size > 1 ? 'Only issues of one project can be merged.' : undefined
}
