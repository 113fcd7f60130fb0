import { Outlet, useParams } from '@tanstack/react-router'
import { ProjectFrame } from '../features/projects/project-frame.tsx'

export function ProjectRoute() {
  const { slug = '' } = useParams({ strict: false })
  return (
    <ProjectFrame slug={slug}>
      <Outlet />
    </ProjectFrame>
  )
}
