import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '../lib/api.ts'

export function createClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: { queries: { retry: retriesOnce, staleTime: 2_000 } },
    queryCache: new QueryCache({
      onError: (error) => {
        // The session is over: the gate asks who is there, and shows the sign-in.
        if (isRefusal(error)) void client.invalidateQueries({ queryKey: ['session'] })
      },
    }),
  })
  return client
}

/** A refusal is an answer; asking again helps only where there was none. */
function retriesOnce(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiError && error.code === 'offline'
}

function isRefusal(error: Error): boolean {
  return error instanceof ApiError && error.code === 'unauthorized'
}
