import type { Request, Response } from 'express'
import type { Session } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import type { Reader } from '../store/store.ts'
import { hasAccount } from './first-account.ts'
import type { LazyAuth } from './lazy-auth.ts'

export interface Account {
  id: string
  name: string
  email: string
}

/** Whose session cookie the request carries. */
export async function accountOfSession(auth: LazyAuth, request: Request): Promise<Account | undefined> {
  const headers = cookiesOf(request)
  if (headers === undefined) return undefined
  const found = await (await auth()).api.getSession({ headers })
  return found ? { id: found.user.id, name: found.user.name, email: found.user.email } : undefined
}

/** Sets the session cookie, or throws the same `unauthorized` for an unknown address and a wrong password. */
export async function signIn(
  auth: LazyAuth,
  { email, password }: { email: string; password: string },
  request: Request,
  response: Response,
): Promise<Session> {
  const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '' })
  const reply = await (await auth()).api.signInEmail({ body: { email, password }, headers, asResponse: true })
  if (reply.status >= 500) throw new Error(`Signing in failed: ${await reply.text()}`)
  if (!reply.ok) throw new AppError('unauthorized', 'The email address or the password is wrong.')
  passOnCookies(reply, response)
  const { user } = (await reply.json()) as { user: Account }
  return { state: 'signed-in', account: { id: user.id, name: user.name, email: user.email } }
}

export async function signOut(auth: LazyAuth, request: Request, response: Response): Promise<void> {
  const headers = cookiesOf(request)
  if (headers === undefined) return
  passOnCookies(await (await auth()).api.signOut({ headers, asResponse: true }), response)
}

export async function sessionFor(account: Account | undefined, reader: Reader): Promise<Session> {
  if (account) return { state: 'signed-in', account }
  return { state: (await hasAccount(reader)) ? 'signed-out' : 'setup', account: null }
}

/** The library gets nothing but cookies to judge by; where a request comes from is checked by `http/`. */
function cookiesOf(request: Request): Headers | undefined {
  const { cookie } = request.headers
  return cookie === undefined ? undefined : new Headers({ cookie })
}

function passOnCookies(from: globalThis.Response, to: Response): void {
  to.append('Set-Cookie', from.headers.getSetCookie())
}
