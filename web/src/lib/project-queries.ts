import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SettingsChange } from './api.ts'
import { useApi } from './api-context.ts'
import { useProjects } from './queries.ts'

const refreshMs = 30_000

/** undefined while it is not known, null if there is none of this name. */
export function useProject(slug: string) {
  const { data, error, refetch } = useProjects()
  const project = data && (data.items.find((item) => item.slug === slug) ?? null)
  return { project, error, refetch }
}

export function useOutcomes(slug: string, hours: number) {
  const api = useApi()
  return useQuery({
    queryKey: ['outcomes', slug, hours],
    queryFn: () => api.outcomes(slug, hours),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    retry: false,
  })
}

export function useRefusals(slug: string, everyMs = refreshMs) {
  const api = useApi()
  return useQuery({
    queryKey: ['refusals', slug],
    queryFn: () => api.refusals(slug),
    refetchInterval: everyMs,
    retry: false,
  })
}

export function useReleases(slug: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['releases', slug],
    queryFn: () => api.releases(slug),
    refetchInterval: refreshMs,
    retry: false,
  })
}

export function useProjectFeedback(slug: string, cursor: string | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: ['project-feedback', slug, cursor],
    queryFn: () => api.projectFeedback(slug, cursor),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    retry: false,
  })
}

/** Not asked for again by itself: somebody may be changing what it answered. */
export function useProjectSettings(slug: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['project-settings', slug],
    queryFn: () => api.projectSettings(slug),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  })
}

export function useSaveProjectSettings(slug: string) {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: SettingsChange) => api.saveProjectSettings(slug, settings),
    onSuccess: (saved) => client.setQueryData(['project-settings', slug], saved),
  })
}
