import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DsnKey } from './api.ts'
import { useApi } from './api-context.ts'

export function useDsnKeys(slug: string) {
  const api = useApi()
  return useQuery({ queryKey: ['dsn-keys', slug], queryFn: () => api.dsnKeys(slug), retry: false })
}

export function useCreateDsnKey(slug: string) {
  const api = useApi()
  const lookAgain = useLookAgain(slug)
  return useMutation({ mutationFn: () => api.createDsnKey(slug), onSuccess: lookAgain })
}

export function useChangeDsnKey(slug: string) {
  const api = useApi()
  const lookAgain = useLookAgain(slug)
  return useMutation({
    mutationFn: ({ key, status }: Pick<DsnKey, 'key' | 'status'>) => api.changeDsnKey(slug, key, status),
    onSuccess: lookAgain,
  })
}

/** The DSN that a project is shown with is that of its oldest active key. */
function useLookAgain(slug: string): () => Promise<void[]> {
  const client = useQueryClient()
  return () =>
    Promise.all([['dsn-keys', slug], ['projects']].map((queryKey) => client.invalidateQueries({ queryKey })))
}
