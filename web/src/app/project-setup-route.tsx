import { useParams, useSearch } from '@tanstack/react-router'
import { ProjectSetupPage } from '../features/projects/project-setup-page.tsx'

export function ProjectSetupRoute() {
  const { slug = '' } = useParams({ strict: false })
  const { platform } = useSearch({ strict: false })
  return <ProjectSetupPage slug={slug} platform={platform ?? 'node'} />
}
