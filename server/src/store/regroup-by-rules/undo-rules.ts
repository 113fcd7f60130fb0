import { AppError } from '../../domain/app-error.ts'
import { readRulesText, writeRulesText } from '../grouping-rules.ts'
import { groupBy } from '../recorder/group-by.ts'
import { inSlices } from '../recorder/in-slices.ts'
import type { RegroupingRow } from '../regroup/read-regroupings.ts'
import type { Tx } from '../store.ts'
import { readRulesMoves, type RulesMoves } from './rules-moves.ts'

/**
 * Of a regrouping by rules, what is undone besides its moves: the rules are those of before, and the hashes that they
 * led somewhere lead nowhere. Throws `conflict` if the rules have been changed since.
 */
export async function undoRules(
  tx: Tx,
  { project_id: projectId, number }: Pick<RegroupingRow, 'project_id' | 'number'>,
): Promise<void> {
  await refuseRunning(tx, projectId, number)
  const { rules, hashes } = await readRulesMoves(tx, projectId, number)
  if ((await readRulesText(tx, projectId)) !== rules.after)
    throw new AppError('conflict', 'The rules have been changed since. Undo the latest change first.')
  await writeRulesText(tx, projectId, rules.before)
  await forgetHashes(tx, projectId, hashes)
  await tx
    .updateTable('grouping_runs')
    .set({ state: 'undone' })
    .where('project_id', '=', projectId)
    .where('regrouping_number', '=', number)
    .execute()
}

async function forgetHashes(tx: Tx, projectId: number, hashes: RulesMoves['hashes']): Promise<void> {
  for (const [version, alike] of groupBy(hashes, (each) => each.version)) {
    for (const slice of inSlices(alike)) {
      await tx
        .deleteFrom('fingerprint_hashes')
        .where('project_id', '=', projectId)
        .where('version', '=', version)
        .where(
          'hash',
          'in',
          slice.map(({ hash }) => Buffer.from(hash, 'hex')),
        )
        .execute()
    }
  }
}

async function refuseRunning(tx: Tx, projectId: number, number: number): Promise<void> {
  const run = await tx
    .selectFrom('grouping_runs')
    .select('state')
    .where('project_id', '=', projectId)
    .where('regrouping_number', '=', number)
    .executeTakeFirst()
  if (run?.state === 'running')
    throw new AppError('conflict', 'These rules are still being applied. Wait until that has ended.')
}
