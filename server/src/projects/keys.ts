import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { DsnKey } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { defineUnit, type Reader, type Store, type Tx } from '../store/store.ts'
import { dsnOf } from './dsn.ts'

export interface KeyName {
  projectId: number
  publicKey: string
}

/** So that nobody fills the memory of the servers, which hold every key. */
const mostKeys = 100

export const createKey = defineUnit(
  'projects.create-key',
  async (tx, { projectId, publicKey, now }: KeyName & { now: number }): Promise<void> => {
    await tellServers(tx)
    const { count } = await tx
      .selectFrom('dsn_keys')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('project_id', '=', projectId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostKeys) {
      throw new AppError('conflict', `The project has ${mostKeys} DSN keys already. Use one of them.`)
    }
    await tx
      .insertInto('dsn_keys')
      .values({ project_id: projectId, public_key: publicKey, status: 'active', created_at: now })
      .execute()
  },
)

export const changeKey = defineUnit(
  'projects.change-key',
  async (tx, { projectId, publicKey, status }: KeyName & Pick<DsnKey, 'status'>): Promise<void> => {
    await tellServers(tx)
    const changed = await tx
      .updateTable('dsn_keys')
      .set({ status })
      .where('project_id', '=', projectId)
      .where('public_key', '=', publicKey)
      .returning('public_key')
      .executeTakeFirst()
    if (changed === undefined) throw unknownKey(publicKey)
  },
)

/** Running servers hold the keys in memory; the row that this locks lets one change be made at a time. */
async function tellServers(tx: Tx): Promise<void> {
  await sql`UPDATE installation SET config_version = config_version + 1`.execute(tx)
}

/** Resolves to the new key. */
export async function addKey(store: Store, projectId: number, now: number): Promise<string> {
  const publicKey = randomBytes(16).toString('hex')
  await store.write(createKey, { projectId, publicKey, now })
  return publicKey
}

/** Oldest first; `origin` becomes the host of their DSNs. */
export async function listKeys(reader: Reader, projectId: number, origin: string): Promise<DsnKey[]> {
  const rows = await reader
    .selectFrom('dsn_keys')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('created_at')
    .orderBy('public_key')
    .execute()
  return rows.map((row) => ({
    key: row.public_key,
    dsn: dsnOf(origin, row.public_key, projectId),
    status: row.status,
    createdAt: new Date(row.created_at).toISOString(),
  }))
}

export async function getKey(
  reader: Reader,
  { projectId, publicKey }: KeyName,
  origin: string,
): Promise<DsnKey> {
  const found = (await listKeys(reader, projectId, origin)).find(({ key }) => key === publicKey)
  if (found === undefined) throw unknownKey(publicKey)
  return found
}

function unknownKey(publicKey: string): AppError {
  return new AppError('not_found', `The project has no DSN key "${publicKey.slice(0, 100)}".`)
}
