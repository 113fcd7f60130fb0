import { useParams, useSearch } from '@tanstack/react-router'
import { FeedbackPage } from '../features/projects/feedback/feedback-page.tsx'

export function ProjectFeedbackRoute() {
  const { slug = '' } = useParams({ strict: false })
  const { cursor } = useSearch({ strict: false })
  return <FeedbackPage slug={slug} cursor={cursor} />
}
