import { randomBytes, randomUUID } from 'node:crypto'
import { defineUnit, type Reader, type Store } from './store.ts'

export interface Installation {
  installationId: string
  /** Signs sessions and the first-run link. Never leaves the server. */
  sessionSecret: string
  configVersion: number
}

interface NewInstallation {
  installationId: string
  sessionSecret: string
  now: number
}

export const createInstallation = defineUnit(
  'installation.create',
  async (tx, { installationId, sessionSecret, now }: NewInstallation): Promise<void> => {
    await tx
      .insertInto('installation')
      .values({
        id: 1,
        installation_id: installationId,
        session_secret: sessionSecret,
        config_version: 1,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
)

/** The installation's one row, made at the first start. */
export async function ensureInstallation(store: Store, now: number): Promise<Installation> {
  const existing = await readInstallation(store.reader)
  if (existing !== undefined) return existing
  const sessionSecret = randomBytes(32).toString('base64url')
  await store.write(createInstallation, { installationId: randomUUID(), sessionSecret, now })
  return ensureInstallation(store, now)
}

export async function readInstallation(reader: Reader): Promise<Installation | undefined> {
  const row = await reader.selectFrom('installation').selectAll().executeTakeFirst()
  if (row === undefined) return undefined
  return {
    installationId: row.installation_id,
    sessionSecret: row.session_secret,
    configVersion: row.config_version,
  }
}
