import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { GroupingRun } from './api.ts'
import { useApi } from './api-context.ts'

const progressMs = 700

/** Not asked for again by itself: somebody may be changing what it answered. */
export function useGroupingRules(slug: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['grouping-rules', slug],
    queryFn: () => api.groupingRules(slug),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  })
}

/** What is wrong with rules. An answer belongs to the text that was asked about, in whatever order answers come. */
export function useRulesCheck(slug: string, rules: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['grouping-rules-check', slug, rules],
    queryFn: async () => ({ rules, ...(await api.checkGroupingRules(slug, rules)) }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  })
}

export function useGroupingRuns(slug: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['grouping-runs', slug],
    queryFn: () => api.groupingRuns(slug),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ state }) => state === 'running') === true ? progressMs : false,
    retry: false,
  })
}

/** Asked for again and again while it runs. */
export function useGroupingRun(slug: string, number: number) {
  const api = useApi()
  const client = useQueryClient()
  const queryKey = ['grouping-run', slug, number]
  return useQuery({
    queryKey,
    queryFn: async () => {
      const before = client.getQueryData<GroupingRun>(queryKey)
      const run = await api.groupingRun(slug, number)
      if (before?.state === 'running' && run.state !== 'running') lookAgain(client, slug)
      return run
    },
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? progressMs : false),
    retry: false,
  })
}

export function useStartGroupingRun(slug: string) {
  const api = useApi()
  const onSuccess = useShowRun(slug)
  return useMutation({
    mutationFn: (run: Parameters<typeof api.startGroupingRun>[1]) => api.startGroupingRun(slug, run),
    onSuccess,
  })
}

export function useUndoGroupingRun(slug: string) {
  const api = useApi()
  const onSuccess = useShowRun(slug)
  return useMutation({ mutationFn: (number: number) => api.undoGroupingRun(slug, number), onSuccess })
}

function useShowRun(slug: string): (run: GroupingRun) => void {
  const client = useQueryClient()
  return (run) => {
    client.setQueryData(['grouping-run', slug, run.number], run)
    lookAgain(client, slug)
  }
}

/** Applying rules saves them, and undoing that brings back those before. */
function lookAgain(client: QueryClient, slug: string): void {
  for (const name of ['grouping-rules', 'grouping-runs'])
    void client.invalidateQueries({ queryKey: [name, slug] })
}
