import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ProjectSettings, SettingsChange, VersionedSettings } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { defineUnit, type Reader, type Store, type Tx } from '../store/store.ts'
import { readSettings } from './read-settings.ts'

export interface SettingsInput {
  projectId: number
  settings: ProjectSettings
  /** Of the settings that they were made from, or `*`, which overwrites whatever there is. */
  version: string
}

export const changeSettings = defineUnit(
  'projects.change-settings',
  async (tx, { projectId, settings, version }: SettingsInput): Promise<void> => {
    // Tells running servers that something changed, and lets one change be made at a time, since it locks the row.
    await sql`UPDATE installation SET config_version = config_version + 1`.execute(tx)
    if (version !== '*') await refuseStale(tx, projectId, version)
    await tx
      .updateTable('projects')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', projectId)
      .execute()
  },
)

async function refuseStale(tx: Tx, projectId: number, version: string): Promise<void> {
  if ((await describeSettings(tx, projectId)).version === version) return
  throw new AppError(
    'conflict',
    'Somebody else has changed these settings meanwhile. Load them again, then make your changes.',
  )
}

/** Resolves to the settings as they are afterwards. */
export async function saveSettings(
  store: Store,
  projectId: number,
  { version, ...settings }: SettingsChange,
): Promise<VersionedSettings> {
  await store.write(changeSettings, { projectId, settings, version })
  return describeSettings(store.reader, projectId)
}

export async function describeSettings(reader: Reader, projectId: number): Promise<VersionedSettings> {
  const row = await reader
    .selectFrom('projects')
    .select('settings')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  const settings = readSettings(row.settings)
  return { ...settings, version: versionOf(settings) }
}

function versionOf(settings: ProjectSettings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 32)
}
