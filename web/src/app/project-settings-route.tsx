import { useParams } from '@tanstack/react-router'
import { SettingsPage } from '../features/projects/settings/settings-page.tsx'

export function ProjectSettingsRoute() {
  const { slug = '' } = useParams({ strict: false })
  return <SettingsPage key={slug} slug={slug} />
}
