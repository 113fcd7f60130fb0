import { AppError } from '../../domain/app-error.ts'
import type { FingerprintMove, IssueMove, Moves } from '../regroup/moves.ts'
import type { Tx } from '../store.ts'

/** What applying rules changed: `moves` of a regrouping of kind 'rules'. */
export interface RulesMoves extends Moves {
  rules: { before: string; after: string }
  /** Hashes that were made to lead somewhere. */
  hashes: { version: number; hash: string }[]
}

export interface NewRegrouping {
  rules: RulesMoves['rules']
  now: number
  actor: string
}

/** Begins a regrouping, to which units then add what they change. Answers its number. */
export async function startRulesRegrouping(
  tx: Tx,
  projectId: number,
  { rules, now, actor }: NewRegrouping,
): Promise<number> {
  const { last_regrouping_number: number } = await tx
    .updateTable('projects')
    .set((eb) => ({ last_regrouping_number: eb('last_regrouping_number', '+', 1) }))
    .where('id', '=', projectId)
    .returning('last_regrouping_number')
    .executeTakeFirstOrThrow()
  const moves: RulesMoves = { fingerprints: [], issues: [], rules, hashes: [] }
  await tx
    .insertInto('regroupings')
    .values({
      project_id: projectId,
      number,
      kind: 'rules',
      state: 'done',
      at: now,
      actor,
      moves: JSON.stringify(moves),
    })
    .execute()
  return number
}

export async function readRulesMoves(tx: Tx, projectId: number, number: number): Promise<RulesMoves> {
  const row = await tx
    .selectFrom('regroupings')
    .select(['moves', 'state'])
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .where('kind', '=', 'rules')
    .executeTakeFirst()
  if (row?.state !== 'done')
    throw new AppError('conflict', 'This regrouping was undone while it was under way.')
  // We wrote it.
  return JSON.parse(row.moves) as RulesMoves
}

export async function addRulesMoves(
  tx: Tx,
  projectId: number,
  number: number,
  { fingerprints, issues, hashes }: Moves & Pick<RulesMoves, 'hashes'>,
): Promise<void> {
  const sofar = await readRulesMoves(tx, projectId, number)
  const moves: RulesMoves = {
    ...sofar,
    fingerprints: joinFingerprints(sofar.fingerprints, fingerprints),
    issues: joinIssues(sofar.issues, issues),
    hashes: [...sofar.hashes, ...hashes],
  }
  await tx
    .updateTable('regroupings')
    .set({ moves: JSON.stringify(moves) })
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .execute()
}

/** What is undone is the way from the very beginning to the end. */
function joinFingerprints(sofar: FingerprintMove[], added: FingerprintMove[]): FingerprintMove[] {
  const moves = new Map(sofar.map((move) => [move.number, move]))
  for (const move of added) {
    const first = moves.get(move.number)
    const binding = { before: first?.binding.before ?? move.binding.before, after: move.binding.after }
    moves.set(move.number, { ...move, from: first?.from ?? move.from, binding })
  }
  return [...moves.values()]
}

function joinIssues(sofar: IssueMove[], added: IssueMove[]): IssueMove[] {
  const moves = new Map(sofar.map((move) => [move.number, move]))
  for (const move of added) {
    const first = moves.get(move.number)
    moves.set(move.number, first === undefined ? move : { ...first, mergedInto: move.mergedInto })
  }
  return [...moves.values()]
}
