import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isNotFound, type Api, type IssueSummary, type MergeSuggestion } from './api.ts'
import { useApi } from './api-context.ts'

/** Whatever is known of issues and their events: regrouping moves events from one to another. */
const moved = [
  'issues',
  'issue',
  'issue-counts',
  'issue-search',
  'event',
  'fingerprints',
  'suggestions',
  'comparison',
  'feedback',
  'project-feedback',
]

function useLookAgain(): () => void {
  const client = useQueryClient()
  return () => {
    // Whoever waits for the change need not wait for these looks.
    for (const name of moved) void client.invalidateQueries({ queryKey: [name] })
  }
}

export function useMerge() {
  const api = useApi()
  const onSuccess = useLookAgain()
  return useMutation({
    mutationFn: ({ into, ids }: { into: string; ids: string[] }) => api.merge(into, ids),
    onSuccess,
  })
}

export function useUnmerge(issueId: string) {
  const api = useApi()
  const onSuccess = useLookAgain()
  return useMutation({
    mutationFn: (fingerprints: number[]) => api.unmerge(issueId, fingerprints),
    onSuccess,
  })
}

export function useUndoRegrouping(slug: string) {
  const api = useApi()
  const onSuccess = useLookAgain()
  return useMutation({ mutationFn: (number: number) => api.undoRegrouping(slug, number), onSuccess })
}

export function useChangeFuse(issueId: string) {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (state: 'on' | 'off') => api.changeFuse(issueId, state),
    onSuccess: (fingerprints) => client.setQueryData(['fingerprints', issueId], fingerprints),
  })
}

export function useSuggestions(issueId: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['suggestions', issueId],
    queryFn: () => api.suggestions(issueId),
    retry: false,
  })
}

export function useAnswerSuggestion(issueId: string) {
  const api = useApi()
  const onSuccess = useLookAgain()
  return useMutation({
    mutationFn: ({ id, kind }: { id: MergeSuggestion['id']; kind: 'accept' | 'dismiss' }) =>
      api.answerSuggestion(issueId, id, kind),
    onSuccess,
  })
}

export function useComparison(issueId: string, other: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['comparison', issueId, other],
    queryFn: () => api.comparison(issueId, other),
    retry: false,
  })
}

const mostFound = 20

/** The issues of a project that a text finds: by its words, or by an id or a short id. */
export function useIssueSearch(project: string, text: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['issue-search', project, text],
    queryFn: () => findIssues(api, project, text),
    retry: false,
  })
}

async function findIssues(api: Api, project: string, text: string): Promise<IssueSummary[]> {
  const [named, list] = await Promise.all([
    /^\w+-\w+$/.test(text) ? issueNamed(api, text) : undefined,
    api.issues({ project, limit: mostFound, ...(text !== '' && { query: text }) }),
  ])
  if (named === undefined || named.project.slug !== project) return list.items
  return [named, ...list.items.filter(({ id }) => id !== named.id)]
}

async function issueNamed(api: Api, name: string): Promise<IssueSummary | undefined> {
  try {
    return await api.issue(name)
  } catch (error) {
    if (error instanceof Error && isNotFound(error)) return undefined
    throw error
  }
}
