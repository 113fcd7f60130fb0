import * as contract from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { defineRoute, type Route } from '../http/route.ts'
import type { Store } from '../store/store.ts'
import { addFirstAccount, hasAccount } from './first-account.ts'
import type { LazyAuth } from './lazy-auth.ts'
import { limitSignIns } from './limit-sign-ins.ts'
import { accountOfSession, sessionFor, signIn, signOut } from './session.ts'
import { isSetupToken } from './setup-token.ts'

export interface AccountParts {
  store: Store
  auth: LazyAuth
  /** The session secret, from which the setup token is made. */
  secret: string
}

export function accountRoutes({ store, auth, secret }: AccountParts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/session',
      summary: 'Who is asking',
      access: 'open',
      answer: contract.session,
      handler: async ({ request }) => sessionFor(await accountOfSession(auth, request), store.reader),
    }),

    defineRoute({
      method: 'post',
      path: '/session',
      summary: 'Sign in',
      access: 'open',
      limits: limitSignIns(),
      body: contract.signIn,
      answer: contract.session,
      handler: ({ body, request, response }) => signIn(auth, body, request, response),
    }),

    defineRoute({
      method: 'delete',
      path: '/session',
      summary: 'Sign out',
      access: 'open',
      answer: contract.session,
      handler: async ({ request, response }) => {
        await signOut(auth, request, response)
        return sessionFor(undefined, store.reader)
      },
    }),

    defineRoute({
      method: 'post',
      path: '/setup',
      summary: 'Create the first account and sign in',
      access: 'open',
      body: contract.setup,
      answer: contract.session,
      handler: async ({ body, now, request, response }) => {
        if (await hasAccount(store.reader))
          throw new AppError('conflict', 'There is an account already. Sign in.')
        if (!isSetupToken(body.token, secret)) throw wrongSetupToken()
        await addFirstAccount(store, body, now)
        return signIn(auth, body, request, response)
      },
    }),
  ]
}

function wrongSetupToken(): AppError {
  return new AppError(
    'forbidden',
    'This link is not valid. Use the one that the server printed at its start.',
  )
}
