import { useParams, useSearch } from '@tanstack/react-router'
import { GroupingPage } from '../features/projects/grouping/grouping-page.tsx'
import { readGroupingState } from '../features/projects/grouping/grouping-state.ts'

export function ProjectGroupingRoute() {
  const { slug = '' } = useParams({ strict: false })
  return <GroupingPage key={slug} slug={slug} state={readGroupingState(useSearch({ strict: false }))} />
}
