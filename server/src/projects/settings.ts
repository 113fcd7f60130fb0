import { sql } from 'kysely'
import type { ProjectSettings } from '../contract/index.ts'
import { defineUnit, type Reader } from '../store/store.ts'
import { readSettings } from './read-settings.ts'

export interface SettingsInput {
  projectId: number
  settings: ProjectSettings
}

export const changeSettings = defineUnit(
  'projects.change-settings',
  async (tx, { projectId, settings }: SettingsInput): Promise<void> => {
    // Tells running servers that something changed.
    await sql`UPDATE installation SET config_version = config_version + 1`.execute(tx)
    await tx
      .updateTable('projects')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', projectId)
      .execute()
  },
)

export async function describeSettings(reader: Reader, projectId: number): Promise<ProjectSettings> {
  const row = await reader
    .selectFrom('projects')
    .select('settings')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  return readSettings(row.settings)
}
