import type { Request } from 'express'
import { bearerTokenOf } from '../http/bearer-token.ts'
import type { Actor } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { actorOfToken } from './api-tokens.ts'
import type { LazyAuth } from './lazy-auth.ts'
import { accountOfSession } from './session.ts'

/** Who asks, by API token or else by session cookie; never by both, since a token is not checked for its origin. */
export function buildAuthenticate(
  store: Store,
  auth: LazyAuth,
): (request: Request) => Promise<Actor | undefined> {
  return async (request) => {
    const token = bearerTokenOf(request)
    if (token !== undefined) return actorOfToken(store.reader, token)
    const account = await accountOfSession(auth, request)
    return account && { id: account.id, name: account.name }
  }
}
