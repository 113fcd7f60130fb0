import { sql } from 'kysely'
import type { Reader, Tx } from './store.ts'

/** '' as long as nobody wrote any. */
export async function readRulesText(reader: Reader, projectId: number): Promise<string> {
  const row = await reader
    .selectFrom('projects')
    .select('grouping_rules')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  return row.grouping_rules ?? ''
}

/** Running servers hear of it within a second. */
export async function writeRulesText(tx: Tx, projectId: number, text: string): Promise<void> {
  await tx.updateTable('projects').set({ grouping_rules: text }).where('id', '=', projectId).execute()
  await sql`UPDATE installation SET config_version = config_version + 1`.execute(tx)
}
