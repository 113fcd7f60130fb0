import * as z from 'zod'

/** `GET /session`: who is asking. Open to all, so that the page knows what to show first. */
export const session = z
  .object({
    state: z.enum(['setup', 'signed-out', 'signed-in']).meta({
      description: '`setup` while no account exists: the link on the server’s console creates the first.',
    }),
    account: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  })
  .meta({ id: 'Session' })

export type Session = z.infer<typeof session>

/** `POST /setup`: creates the first account and signs it in. */
export const setup = z
  .strictObject({
    token: z.string().max(200),
    name: z.string().trim().min(1, 'Say what to call you.').max(80),
    email: z.email('This is not an email address.').max(200),
    password: z.string().min(10, 'Use at least 10 characters.').max(1000),
  })
  .meta({ id: 'Setup' })

export type Setup = z.infer<typeof setup>

/** `POST /session`: signs in; the reply sets the session cookie. */
export const signIn = z
  .strictObject({ email: z.string().max(200), password: z.string().max(1000) })
  .meta({ id: 'SignIn' })

export type SignIn = z.infer<typeof signIn>
