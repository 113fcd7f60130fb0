import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IssueListQuery } from './api.ts'
import { useApi } from './api-context.ts'

const refreshMs = 15_000

export function useSession() {
  const api = useApi()
  return useQuery({ queryKey: ['session'], queryFn: api.session, staleTime: Infinity })
}

const healthMs = 60_000

/** Asked once a minute, and when the page is looked at again. */
export function useHealth() {
  const api = useApi()
  return useQuery({
    queryKey: ['health'],
    queryFn: api.health,
    staleTime: healthMs / 2,
    refetchInterval: healthMs,
    retry: false,
  })
}

/** `everyMs` asks again and again, for what is waited for. */
export function useProjects(everyMs: number | false = false) {
  const api = useApi()
  return useQuery({ queryKey: ['projects'], queryFn: api.projects, refetchInterval: everyMs })
}

export function useIssues(query: IssueListQuery) {
  const api = useApi()
  return useQuery({
    queryKey: ['issues', query],
    queryFn: () => api.issues(query),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    retry: false,
  })
}

export function useIssueCounts(project: string | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: ['issue-counts', project],
    queryFn: () => api.issueCounts(project),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  })
}

export function useIssue(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['issue', id],
    queryFn: () => api.issue(id),
    retry: false,
    refetchInterval: refreshMs,
  })
}

export function useFingerprints(issueId: string) {
  const api = useApi()
  return useQuery({ queryKey: ['fingerprints', issueId], queryFn: () => api.fingerprints(issueId) })
}

export function useFeedback(issueId: string) {
  const api = useApi()
  return useQuery({ queryKey: ['feedback', issueId], queryFn: () => api.feedback(issueId), retry: false })
}
