import type { Auth, AuthSettings } from './auth.ts'

/** The sign-in library, once it is needed. */
export type LazyAuth = () => Promise<Auth>

/**
 * The library takes longer to load than all else of a start, and a third of an idle server's memory; a server that
 * only takes events in never needs it. If loading fails, the next use tries again.
 */
export function lazyAuth(settings: AuthSettings): LazyAuth {
  let auth: Promise<Auth> | undefined
  return () =>
    (auth ??= load(settings).catch((error: unknown) => ((auth = undefined), Promise.reject(error))))
}

async function load(settings: AuthSettings): Promise<Auth> {
  const { buildAuth } = await import('./auth.ts')
  return buildAuth(settings)
}
