import type { Request } from 'express'
import type { Actor, Route } from '../http/route.ts'
import type { AuthSettings } from './auth.ts'
import { buildAuthenticate } from './authenticate.ts'
import { lazyAuth } from './lazy-auth.ts'
import { accountRoutes } from './routes.ts'

/** What accounts give to the rest of the server. */
export interface Accounts {
  authenticate: (request: Request) => Promise<Actor | undefined>
  routes: Route[]
}

export function buildAccounts(settings: AuthSettings): Accounts {
  const auth = lazyAuth(settings)
  return {
    authenticate: buildAuthenticate(settings.store, auth),
    routes: accountRoutes({ store: settings.store, auth, secret: settings.secret }),
  }
}
