import { useParams, useSearch } from '@tanstack/react-router'
import { ReleasesPage } from '../features/projects/releases/releases-page.tsx'

export function ProjectReleasesRoute() {
  const { slug = '' } = useParams({ strict: false })
  const { environment } = useSearch({ strict: false })
  return <ReleasesPage slug={slug} environment={environment} />
}
