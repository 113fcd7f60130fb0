import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AppError } from '../domain/app-error.ts'
import type { Actor } from '../http/route.ts'
import { defineUnit, type Reader, type Store } from '../store/store.ts'

export interface TokenRow {
  id: string
  name: string
  hash: Uint8Array
  now: number
}

export const createToken = defineUnit(
  'accounts.create-token',
  async (tx, { id, name, hash, now }: TokenRow) => {
    await tx.insertInto('api_tokens').values({ id, name, hash, created_at: now }).execute()
  },
)

/** `token` is shown this once: only its hash is kept. */
export interface NewToken {
  id: string
  name: string
  token: string
}

export async function addToken(store: Store, name: string, now: number): Promise<NewToken> {
  const id = randomUUID()
  const token = `mishap_${randomBytes(32).toString('base64url')}`
  await store.write(createToken, { id, name, hash: hashOf(token), now })
  return { id, name, token }
}

export async function actorOfToken(reader: Reader, token: string): Promise<Actor> {
  const row = await reader
    .selectFrom('api_tokens')
    .select(['id', 'name'])
    .where('hash', '=', hashOf(token))
    .executeTakeFirst()
  if (row === undefined) throw new AppError('forbidden', 'This API token is not known here, or no longer.')
  return { id: `token:${row.id}`, name: row.name }
}

/** A token has 256 random bits, so one fast hash is enough. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
