import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

/** One event of an issue; `eventId` is `latest`, `oldest` or an id. */
export function useEvent(issueId: string, eventId: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['event', issueId, eventId],
    queryFn: () => api.event(issueId, eventId),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useEvents(issueId: string, cursor: string | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: ['events', issueId, cursor],
    queryFn: () => api.events(issueId, cursor),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Pins the event, or takes the pin off; the screens look again when it is done. */
export function usePinEvent(issueId: string, eventId: string) {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (pinned: boolean) => api.pinEvent(issueId, eventId, pinned),
    onSuccess: () =>
      Promise.all(
        [
          ['event', issueId],
          ['events', issueId],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  })
}
