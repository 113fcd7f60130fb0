import { useParams, useSearch } from '@tanstack/react-router'
import { EventsPage } from '../features/projects/events/events-page.tsx'
import { readEventsState } from '../features/projects/events/events-state.ts'

export function ProjectEventsRoute() {
  const { slug = '' } = useParams({ strict: false })
  return <EventsPage slug={slug} state={readEventsState(useSearch({ strict: false }))} />
}
