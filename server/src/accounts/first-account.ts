import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '../domain/app-error.ts'
import { defineUnit, type Reader, type Store } from '../store/store.ts'
import { hashPassword } from './password.ts'

export interface FirstAccount {
  userId: string
  credentialId: string
  name: string
  email: string
  passwordHash: string
  now: number
}

/** Inserts what the sign-in library would, but user and password together or not at all. */
export const createFirstAccount = defineUnit('accounts.create-first', async (tx, account: FirstAccount) => {
  const { userId, credentialId, name, email, passwordHash } = account
  // Takes the installation's row first, so that of two who come at once the second sees the first's account.
  await sql`UPDATE installation SET config_version = config_version + 1`.execute(tx)
  if (await hasAccount(tx)) throw new AppError('conflict', 'There is an account already. Sign in with it.')
  const at = new Date(account.now).toISOString()
  await sql`
    INSERT INTO users (id, name, email, email_verified, created_at, updated_at)
    VALUES (${userId}, ${name}, ${email}, FALSE, ${at}, ${at})
  `.execute(tx)
  await sql`
    INSERT INTO credentials (id, user_id, account_id, provider_id, password, created_at, updated_at)
    VALUES (${credentialId}, ${userId}, ${userId}, 'credential', ${passwordHash}, ${at}, ${at})
  `.execute(tx)
})

export async function hasAccount(reader: Reader): Promise<boolean> {
  const { rows } = await sql`SELECT id FROM users LIMIT 1`.execute(reader)
  return rows.length > 0
}

export interface NewAccount {
  name: string
  email: string
  password: string
}

/** Rejects with `conflict` when any account exists. */
export async function addFirstAccount(store: Store, account: NewAccount, now: number): Promise<void> {
  await store.write(createFirstAccount, {
    userId: randomUUID(),
    credentialId: randomUUID(),
    name: account.name,
    email: account.email.toLowerCase(),
    passwordHash: await hashPassword(account.password),
    now,
  })
}

/** At start: makes the first account from the configuration, unless there is one already. */
export async function ensureAdmin(
  store: Store,
  admin: { email: string; password: string } | undefined,
  now: number,
): Promise<void> {
  if (admin === undefined || (await hasAccount(store.reader))) return
  const name = admin.email.replace(/@.*$/, '')
  await addFirstAccount(store, { ...admin, name }, now)
}
